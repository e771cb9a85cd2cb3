package dev.latchkey.account;

import java.time.Duration;

/** Why somebody who is in didn't prove themselves once more. */
public sealed interface ReauthenticationFailure {

    record WrongPassword() implements ReauthenticationFailure {}

    /** Nothing was judged: no code was given for the authenticator that there is, or a recovery code where there is none. */
    record CodeNotJudged() implements ReauthenticationFailure {}

    /** What can go wrong with a code alone. */
    sealed interface OfCode extends ReauthenticationFailure {}

    /** Too many codes of that sort were wrong; or too many passwords. */
    record Locked(Duration retryAfter) implements OfCode {}

    /**
     * Not the code, or one that was used.
     *
     * @param attemptsLeft before codes of that sort are locked
     */
    record WrongCode(long attemptsLeft) implements OfCode {}
}
