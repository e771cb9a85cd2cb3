package dev.latchkey.account;

import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.TokenResponse;
import java.time.Duration;

/** How a login ended. */
public sealed interface LoginOutcome {

    /**
     * The client is in.
     *
     * @param enrolmentSuggested whether staff took the second factor away and there is no other yet
     */
    record SignedIn(TokenResponse grant, boolean enrolmentSuggested) implements LoginOutcome {}

    /** The password is right, and the code of the authenticator comes next. */
    record TotpRequired(ChallengeToken challenge) implements LoginOutcome {}

    /** The password is right, and the firm demands a second factor that is not there yet. */
    record EnrolmentRequired(ChallengeToken challenge) implements LoginOutcome {}

    /** Whatever the cause: no account, a wrong password, one that may not be used. Nobody is told which. */
    record Refused() implements LoginOutcome {}

    /** Too many wrong passwords at this address, whosever it is. */
    record Locked(Duration retryAfter) implements LoginOutcome {}

    /** Too many failures from this source. */
    record TooMany(Duration retryAfter) implements LoginOutcome {}

    /** The firm lets nobody log in. */
    record LoginOff() implements LoginOutcome {}

    record NoFirm() implements LoginOutcome {}
}
