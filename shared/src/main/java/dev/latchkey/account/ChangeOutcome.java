package dev.latchkey.account;

import java.time.Duration;

/** How a change of password ended. */
public sealed interface ChangeOutcome {

    record Changed() implements ChangeOutcome {}

    /** The current password is wrong. It counts like a wrong one at login. */
    record WrongPassword() implements ChangeOutcome {}

    /**
     * The code of the authenticator is wrong, or missing.
     */
    record WrongCode() implements ChangeOutcome {}

    /** The new one is not good enough. The current one was not judged. */
    record Rejected(Rejection reason) implements ChangeOutcome {}

    /** Too many wrong passwords at this address. */
    record Locked(Duration retryAfter) implements ChangeOutcome {}

    /** The firm demands a second factor since, and this login has none. Nothing was judged. */
    record EnrolmentRequired() implements ChangeOutcome {}

    /** The session ended meanwhile. */
    record SessionEnded() implements ChangeOutcome {}
}
