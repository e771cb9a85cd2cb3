package dev.latchkey.local.events;

/** What became of an event that was put on the bus or the topic. */
public sealed interface Outcome {

    /** Every function that wanted it has finished it. */
    record Taken() implements Outcome {}

    /** The template has no function for it. */
    record Unwanted() implements Outcome {}

    /** It failed three times, the last time so. It is in its queue and comes again by itself. */
    record Waiting(String function, String type, String reason) implements Outcome {}

    /** It was tried as often as the function's settings say and now lies in the failure queue. */
    record GivenUp(String function, String type, String reason) implements Outcome {}
}
