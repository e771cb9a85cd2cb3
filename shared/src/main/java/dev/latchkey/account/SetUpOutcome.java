package dev.latchkey.account;

import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.TokenResponse;

/** How the use of a set-up link ended. */
public sealed interface SetUpOutcome {

    /** The account is there, and its owner in. */
    record SignedIn(TokenResponse grant) implements SetUpOutcome {}

    /** The account is there; the firm demands a second factor, to be set up at once. */
    record EnrolmentRequired(ChallengeToken challenge) implements SetUpOutcome {}

    /** The password is not good enough. The link stays good. */
    record Rejected(PasswordRejection reason) implements SetUpOutcome {}

    /** The link opens nothing. */
    record NoLink(LinkRefusal why) implements SetUpOutcome {}
}
