/** Marks an address as undeliverable after a bounce or complaint, and clears it when staff resume mail. */
@NullMarked
package dev.latchkey.bounce;

import org.jspecify.annotations.NullMarked;
