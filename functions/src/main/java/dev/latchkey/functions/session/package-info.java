/** Routes of a session: who is signed in, refresh, list, end. */
@NullMarked
package dev.latchkey.functions.session;

import org.jspecify.annotations.NullMarked;
