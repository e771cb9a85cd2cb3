package dev.latchkey.magiclink;

import java.time.Duration;
import java.time.Instant;

/** How a staff member's wish to send a link ended. */
public sealed interface SendOutcome {

    /** The mail is on its way, now or from the first time this was asked. */
    record Accepted(String linkId, String email, Instant expiresAt) implements SendOutcome {}

    /** The firm has no such contact in use. */
    record NoContact() implements SendOutcome {}

    /** The contact has no address, or not the one named. */
    record NoAddress() implements SendOutcome {}

    /** Mail to the address bounces, or its owner complained. */
    record AddressUndeliverable() implements SendOutcome {}

    /** The idempotency key stands for another request. */
    record KeyReused() implements SendOutcome {}

    /** The contact, or the firm, had its number of mails. */
    record TooMany(Duration retryAfter) implements SendOutcome {}
}
