/** What becomes of an address when its mail bounces or is complained of, and when staff clear it. */
@NullMarked
package dev.latchkey.bounce;

import org.jspecify.annotations.NullMarked;
