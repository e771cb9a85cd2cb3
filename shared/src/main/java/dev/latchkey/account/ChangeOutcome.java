package dev.latchkey.account;

/** How a change of password ended. */
public sealed interface ChangeOutcome {

    record Changed() implements ChangeOutcome {}

    /** The current password or the code is not right, or not judged. They count as at login. */
    record Unproven(ReauthenticationFailure why) implements ChangeOutcome {}

    /** The new one is not good enough. The current one was not judged. */
    record Rejected(PasswordRejection reason) implements ChangeOutcome {}

    /** The firm demands a second factor since, and this login has none. Nothing was judged. */
    record EnrolmentRequired() implements ChangeOutcome {}

    /** The session ended meanwhile. */
    record SessionEnded() implements ChangeOutcome {}
}
