package dev.latchkey.mail;

/** Who waits for a mail, and so which queue it takes. It is part of the intent's key, the one thing that the stream tells. */
public enum MailPriority {
    /** A client asked for it and waits, staff sent this one alone, or the owner of an account has to know. */
    INTERACTIVE("outbox"),
    /** The practice application sends hundreds of them in a row. */
    BULK("bulk");

    /** The beginning of the sort key of an intent; template.yaml sorts the stream by it. */
    final String prefix;

    MailPriority(String prefix) {
        this.prefix = prefix;
    }
}
