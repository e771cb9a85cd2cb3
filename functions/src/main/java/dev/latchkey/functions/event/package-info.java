/** What events have in common that are no requests. */
@NullMarked
package dev.latchkey.functions.event;

import org.jspecify.annotations.NullMarked;
