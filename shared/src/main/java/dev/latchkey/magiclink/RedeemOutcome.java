package dev.latchkey.magiclink;

import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.TokenResponse;
import java.time.Duration;

/** How redeeming a link ended. */
public sealed interface RedeemOutcome {

    /** The device claimed the link, or came back, and has a session. */
    record Redeemed(TokenResponse grant) implements RedeemOutcome {}

    /** The device claimed the link, and its owner has an authenticator, whose code is needed. */
    record CodeRequired(ChallengeToken challenge) implements RedeemOutcome {}

    /** Another device claimed the link. The client can request a new link to the same address. */
    record ClaimedElsewhere() implements RedeemOutcome {}

    /** Too old or revoked: the address or the contact was removed, or too many wrong codes were typed. */
    record Expired() implements RedeemOutcome {}

    /** A later request link was claimed, or another sign-in link. */
    record Superseded() implements RedeemOutcome {}

    /** The session of the sign-in link has ended, and the link opens no second one. */
    record Used() implements RedeemOutcome {}

    /** The firm requires a second factor, which can't be enrolled by a mailed link. */
    record EnrolmentRequired() implements RedeemOutcome {}

    /** The code is not the link's. */
    record WrongCode(long attemptsLeft) implements RedeemOutcome {}

    /** All attempts are taken by codes that are being judged or were lost; one is available again after this time. */
    record TooManyTries(Duration retryAfter) implements RedeemOutcome {}

    /** The link does not exist, or the secret is not its own. */
    record Unknown() implements RedeemOutcome {}
}
