package dev.latchkey.invitation;

import java.time.Duration;

/** The outcome of an invitation. */
public sealed interface InviteOutcome {

    /**
     * The mail is queued.
     *
     * @param answer the contact's access afterwards, serialized, so that a repeated request gets the same answer
     */
    record Invited(String answer) implements InviteOutcome {}

    record NoContact() implements InviteOutcome {}

    /** The contact has no address, or not the requested one. */
    record NoAddress() implements InviteOutcome {}

    /** The contact has several addresses, and none was chosen. */
    record EmailRequired() implements InviteOutcome {}

    /** Mail to the address bounces. */
    record AddressUndeliverable() implements InviteOutcome {}

    record AccountExists() implements InviteOutcome {}

    /** The firm has turned login off. */
    record LoginOff() implements InviteOutcome {}

    record TooMany(Duration retryAfter) implements InviteOutcome {}

    record KeyReused() implements InviteOutcome {}
}
