package dev.latchkey.magiclink;

import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.SessionGrant;
import java.time.Duration;

/** How the use of a link ended. */
public sealed interface Redemption {

    /** The device is in: it came first, or it came back. */
    record Redeemed(SessionGrant grant) implements Redemption {}

    /** The device has the link, and its owner has an authenticator, whose code is asked for now. */
    record CodeRequired(ChallengeToken challenge) implements Redemption {}

    /** Another device came first. All that can be offered is a fresh link to the original address. */
    record ClaimedElsewhere() implements Redemption {}

    /** Too old, or killed: the address left the contact, the contact left, or wrong codes were typed. */
    record Expired() implements Redemption {}

    /** A later request link was claimed, or a later sign-in link asked for. */
    record Superseded() implements Redemption {}

    /** A sign-in link whose session has ended: it opens no second one. */
    record Used() implements Redemption {}

    /** The firm wants a second factor, and a mailed link never leads to setting one up. */
    record EnrolmentRequired() implements Redemption {}

    /** Not the link's code. */
    record WrongCode(long attemptsLeft) implements Redemption {}

    /** All tries are taken by guesses that are being judged, or were lost; by then one has come back. */
    record TooManyTries(Duration retryAfter) implements Redemption {}

    /** No such link, or not its secret. */
    record Unknown() implements Redemption {}
}
