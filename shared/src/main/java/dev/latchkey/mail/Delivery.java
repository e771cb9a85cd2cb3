package dev.latchkey.mail;

/** How the delivery of a mail ended; a failed one is an exception. */
public sealed interface Delivery {

    record Delivered(String messageId) implements Delivery {}

    /** What it is about is over, or there is nobody to send it to. */
    record NotNeeded() implements Delivery {}

    /** What it is about changed while it was made, or somebody else is sending it. It is to be looked at again. */
    record Overtaken() implements Delivery {}
}
