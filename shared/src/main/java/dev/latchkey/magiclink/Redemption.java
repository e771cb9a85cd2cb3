package dev.latchkey.magiclink;

import dev.latchkey.session.SessionGrant;

/** How the use of a link ended. */
public sealed interface Redemption {

    /** The device is in: it came first, or it came back. */
    record Redeemed(SessionGrant grant) implements Redemption {}

    /** Another device came first. All that can be offered is a fresh link to the original address. */
    record ClaimedElsewhere() implements Redemption {}

    /** Too old, or killed: the address left the contact, or the contact left. */
    record Expired() implements Redemption {}

    /** A later link to the same request was claimed. */
    record Superseded() implements Redemption {}

    /** No such link, or not its secret. */
    record Unknown() implements Redemption {}
}
