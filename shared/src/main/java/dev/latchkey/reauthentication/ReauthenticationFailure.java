package dev.latchkey.reauthentication;

import java.time.Duration;

/** Why a reauthentication failed. */
public sealed interface ReauthenticationFailure {

    record WrongPassword() implements ReauthenticationFailure {}

    /** Nothing was checked: the code for the authenticator is missing, or there is a recovery code without an authenticator. */
    record CodeNotJudged() implements ReauthenticationFailure {}

    /** Failures of the code. */
    sealed interface OfCode extends ReauthenticationFailure {}

    /** Too many codes of that kind were wrong, or too many passwords. */
    record Locked(Duration retryAfter) implements OfCode {}

    /**
     * A wrong code, or one that was used.
     *
     * @param attemptsLeft before codes of that kind are locked
     */
    record WrongCode(long attemptsLeft) implements OfCode {}
}
