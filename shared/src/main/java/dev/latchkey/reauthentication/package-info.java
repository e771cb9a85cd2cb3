/** Proving who one is again, within a session, and what needs it. */
@NullMarked
package dev.latchkey.reauthentication;

import org.jspecify.annotations.NullMarked;
