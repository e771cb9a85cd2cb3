/** Strict reading of JSON that others wrote. */
@NullMarked
package dev.latchkey.json;

import org.jspecify.annotations.NullMarked;
