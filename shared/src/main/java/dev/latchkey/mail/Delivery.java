package dev.latchkey.mail;

/** How the delivery of a mail ended; a failed one is an exception and is tried again. */
public sealed interface Delivery {

    /** So often the mail service may refuse a mail before it is put aside. */
    int MOST_REFUSALS = 20;

    record Delivered(String messageId) implements Delivery {}

    /** What it is about is over, or there is nobody to send it to. */
    record NotNeeded() implements Delivery {}

    /** The mail service refused it again and again. It stays in the outbox, and no longer in others' way. */
    record Parked() implements Delivery {}
}
