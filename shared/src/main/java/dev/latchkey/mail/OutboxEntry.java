package dev.latchkey.mail;

/** What the outbox has under a mail's key. */
public sealed interface OutboxEntry {

    /** To be sent. */
    record Waiting(OutgoingMail mail) implements OutboxEntry {}

    /** Sent already, or not needed: a queue can deliver a message twice. */
    record Gone() implements OutboxEntry {}

    /** Not tried until an operator removes the mark. */
    record Parked() implements OutboxEntry {}

    /** A mail of another version of the software, which this one can't send. */
    record UnknownKind() implements OutboxEntry {}
}
