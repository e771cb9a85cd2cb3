package dev.latchkey.access;

import java.time.Duration;

/** How an invitation ended. */
public sealed interface InviteOutcome {

    /**
     * The mail is on its way.
     *
     * @param answer the contact's access as it is then, written out, so that a repeat can be given the very same
     */
    record Invited(String answer) implements InviteOutcome {}

    record NoContact() implements InviteOutcome {}

    /** None at all, or not the one asked for. */
    record NoAddress() implements InviteOutcome {}

    /** The contact has several, and none was said. */
    record EmailRequired() implements InviteOutcome {}

    /** Mail to it comes back. */
    record AddressUndeliverable() implements InviteOutcome {}

    record AccountExists() implements InviteOutcome {}

    /** The firm lets nobody log in. */
    record LoginOff() implements InviteOutcome {}

    record TooMany(Duration retryAfter) implements InviteOutcome {}

    record KeyReused() implements InviteOutcome {}
}
