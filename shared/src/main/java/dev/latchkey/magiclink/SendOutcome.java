package dev.latchkey.magiclink;

import java.time.Duration;
import java.time.Instant;

/** How sending a request link ended. */
public sealed interface SendOutcome {

    /** The mail is queued, now or by an earlier request with the same key. */
    record Accepted(String linkId, String email, Instant expiresAt) implements SendOutcome {}

    /** The firm has no such contact in use. */
    record NoContact() implements SendOutcome {}

    /** The contact has no address, or not the given one. */
    record NoAddress() implements SendOutcome {}

    /** Mail to the address bounces, or its owner complained. */
    record AddressUndeliverable() implements SendOutcome {}

    /** The idempotency key belongs to another request. */
    record KeyReused() implements SendOutcome {}

    /** The limit of mails for the contact or the firm is reached. */
    record TooMany(Duration retryAfter) implements SendOutcome {}
}
