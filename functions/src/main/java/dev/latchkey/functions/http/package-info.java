/** The HTTP code that functions share: it reads requests strictly and writes replies and problems. */
@NullMarked
package dev.latchkey.functions.http;

import org.jspecify.annotations.NullMarked;
