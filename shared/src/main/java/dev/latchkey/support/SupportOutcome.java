package dev.latchkey.support;

/** The outcome of a support action. */
public sealed interface SupportOutcome {

    /**
     * It is done, now or by an earlier request with the same key.
     *
     * @param answer serialized, so that a repeated request gets the same answer
     */
    record Done(String answer) implements SupportOutcome {}

    record Refused(SupportRefusal why) implements SupportOutcome {}
}
