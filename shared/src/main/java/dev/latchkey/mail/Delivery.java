package dev.latchkey.mail;

/** The outcome of a delivery; a failure is an exception. */
public sealed interface Delivery {

    record Delivered(String messageId) implements Delivery {}

    /** The subject of the mail is no longer valid, or it has no recipient. */
    record NotNeeded() implements Delivery {}

    /** The subject of the mail changed while it was built, or another sender has it. It must be read again. */
    record Overtaken() implements Delivery {}
}
