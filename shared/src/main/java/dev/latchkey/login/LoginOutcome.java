package dev.latchkey.login;

import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.TokenResponse;
import java.time.Duration;

/** How a login ended. */
public sealed interface LoginOutcome {

    /**
     * The client is signed in.
     *
     * @param enrolmentSuggested whether staff removed the second factor and there is no other yet
     */
    record SignedIn(TokenResponse grant, boolean enrolmentSuggested) implements LoginOutcome {}

    /** The password is right. The code of the authenticator is next. */
    record TotpRequired(ChallengeToken challenge) implements LoginOutcome {}

    /** The password is right. The firm demands a second factor, which the account does not have yet. */
    record EnrolmentRequired(ChallengeToken challenge) implements LoginOutcome {}

    /** No account, a wrong password, or an account that may not be used. The answer is the same. */
    record Refused() implements LoginOutcome {}

    /** Too many wrong passwords for this address, with or without an account. */
    record Locked(Duration retryAfter) implements LoginOutcome {}

    /** Too many failures from this source. */
    record TooMany(Duration retryAfter) implements LoginOutcome {}

    /** The firm has login switched off. */
    record LoginOff() implements LoginOutcome {}

    record NoFirm() implements LoginOutcome {}
}
