package dev.latchkey.magiclink;

import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.TokenResponse;
import java.time.Duration;

/** How the use of a link ended. */
public sealed interface RedeemOutcome {

    /** The device is in: it came first, or it came back. */
    record Redeemed(TokenResponse grant) implements RedeemOutcome {}

    /** The device has the link, and its owner has an authenticator, whose code is asked for now. */
    record CodeRequired(ChallengeToken challenge) implements RedeemOutcome {}

    /** Another device came first. All that can be offered is a fresh link to the original address. */
    record ClaimedElsewhere() implements RedeemOutcome {}

    /** Too old, or killed: the address left the contact, the contact left, or wrong codes were typed. */
    record Expired() implements RedeemOutcome {}

    /** A later request link was claimed, or a later sign-in link asked for. */
    record Superseded() implements RedeemOutcome {}

    /** A sign-in link whose session has ended: it opens no second one. */
    record Used() implements RedeemOutcome {}

    /** The firm wants a second factor, and a mailed link never leads to setting one up. */
    record EnrolmentRequired() implements RedeemOutcome {}

    /** Not the link's code. */
    record WrongCode(long attemptsLeft) implements RedeemOutcome {}

    /** All tries are taken by guesses that are being judged, or were lost; by then one has come back. */
    record TooManyTries(Duration retryAfter) implements RedeemOutcome {}

    /** No such link, or not its secret. */
    record Unknown() implements RedeemOutcome {}
}
