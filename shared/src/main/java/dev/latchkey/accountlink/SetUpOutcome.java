package dev.latchkey.accountlink;

import dev.latchkey.password.PasswordRejection;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.TokenResponse;

/** How the use of a set-up link ended. */
public sealed interface SetUpOutcome {

    /** The account is created, and its owner is signed in. */
    record SignedIn(TokenResponse grant) implements SetUpOutcome {}

    /** The account is created. The firm demands a second factor, which is set up next. */
    record EnrolmentRequired(ChallengeToken challenge) implements SetUpOutcome {}

    /** The password is not accepted. The link stays valid. */
    record Rejected(PasswordRejection reason) implements SetUpOutcome {}

    /** The link is refused. */
    record NoLink(LinkRefusal why) implements SetUpOutcome {}
}
