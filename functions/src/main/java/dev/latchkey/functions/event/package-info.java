/** Code shared by events that aren't requests. */
@NullMarked
package dev.latchkey.functions.event;

import org.jspecify.annotations.NullMarked;
