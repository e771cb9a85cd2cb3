package dev.latchkey.twofactor;

import dev.latchkey.session.TokenResponse;
import dev.latchkey.totp.RecoveryCode;
import java.time.Duration;
import java.util.List;

/** How a code was taken. */
public sealed interface VerifyOutcome {

    /** The client is in. */
    record SignedIn(TokenResponse grant) implements VerifyOutcome {}

    /**
     * The client has set up an authenticator, and is in by it.
     *
     * @param codes to be shown now and never again
     */
    record Enrolled(TokenResponse grant, List<RecoveryCode> codes) implements VerifyOutcome {}

    /**
     * Not the code, or one that was used.
     *
     * @param attemptsLeft before the login has to begin anew; of somebody who is in, before the step is locked
     */
    record Wrong(long attemptsLeft) implements VerifyOutcome {}

    /** Too many were wrong at this account. */
    record Locked(Duration retryAfter) implements VerifyOutcome {}

    /** No authenticator waits to be confirmed by this caller, or it waited too long. */
    record NothingPending() implements VerifyOutcome {}

    /** The login, or the session, has ended. */
    record Over() implements VerifyOutcome {}
}
