/** The answer to requests that no other route takes. */
@NullMarked
package dev.latchkey.functions.defaultroute;

import org.jspecify.annotations.NullMarked;
