/** Staff of a firm: who they are by their identity provider's token, and what they may do twice. */
@NullMarked
package dev.latchkey.staff;

import org.jspecify.annotations.NullMarked;
