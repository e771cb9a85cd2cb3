/** Invitations to set up an account, of one contact and of many. */
@NullMarked
package dev.latchkey.invitation;

import org.jspecify.annotations.NullMarked;
