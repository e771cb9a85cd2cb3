package dev.latchkey.mail;

/**
 * How urgent a mail is, which decides its queue. It is part of the intent's key, the only thing in the stream record.
 */
public enum MailPriority {
    /** A client asked for it and waits, staff sent this one alone, or the owner of an account must know. */
    INTERACTIVE("outbox"),
    /** The practice application sends hundreds of them in a row. */
    BULK("bulk");

    /** The prefix of an intent's sort key; template.yaml filters the stream by it. */
    final String prefix;

    MailPriority(String prefix) {
        this.prefix = prefix;
    }
}
