/** Throttling: limits on attempts and requests. They are counted in the table before anything is done. */
@NullMarked
package dev.latchkey.throttling;

import org.jspecify.annotations.NullMarked;
