/** How often something may be tried or asked for: counted in the table, before it is done. */
@NullMarked
package dev.latchkey.throttling;

import org.jspecify.annotations.NullMarked;
