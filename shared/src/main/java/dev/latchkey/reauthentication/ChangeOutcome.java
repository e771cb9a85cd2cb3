package dev.latchkey.reauthentication;

import dev.latchkey.password.PasswordRejection;

/** How a change of password ended. */
public sealed interface ChangeOutcome {

    record Changed() implements ChangeOutcome {}

    /** The current password or the code is wrong, or was not checked. They count as at login. */
    record Unproven(ReauthenticationFailure why) implements ChangeOutcome {}

    /** The new password is not accepted. The current one was not checked. */
    record Rejected(PasswordRejection reason) implements ChangeOutcome {}

    /** The firm demands a second factor by now, and the session has none. Nothing was checked. */
    record EnrolmentRequired() implements ChangeOutcome {}

    /** The session has ended. */
    record SessionEnded() implements ChangeOutcome {}
}
