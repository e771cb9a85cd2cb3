package dev.latchkey.mail;

/** What stands in the outbox under a mail's key. */
public sealed interface OutboxEntry {

    /** To be sent. */
    record Waiting(OutgoingMail mail) implements OutboxEntry {}

    /** Sent already, or not needed: a queue may bring a message twice. */
    record Gone() implements OutboxEntry {}

    /** Not tried until an operator takes the mark away. */
    record Parked() implements OutboxEntry {}

    /** A mail that another version of the software intended and this one can't send. */
    record UnknownKind() implements OutboxEntry {}
}
