package dev.latchkey.twofactor;

import dev.latchkey.session.TokenResponse;
import dev.latchkey.totp.RecoveryCode;
import java.time.Duration;
import java.util.List;

/** The outcome of a code. */
public sealed interface VerifyOutcome {

    /** The client is signed in. */
    record SignedIn(TokenResponse grant) implements VerifyOutcome {}

    /**
     * The client has enrolled an authenticator and is signed in.
     *
     * @param codes shown now and never again
     */
    record Enrolled(TokenResponse grant, List<RecoveryCode> codes) implements VerifyOutcome {}

    /**
     * The code is wrong, or was used before.
     *
     * @param attemptsLeft within a pending login, before it has to begin again; within a session, before the step is
     *     locked
     */
    record Wrong(long attemptsLeft) implements VerifyOutcome {}

    /** The account had too many wrong codes. */
    record Locked(Duration retryAfter) implements VerifyOutcome {}

    /** This caller has no pending enrolment, or it has expired. */
    record NothingPending() implements VerifyOutcome {}

    /** The login, or the session, has ended. */
    record Over() implements VerifyOutcome {}
}
