package dev.latchkey.support;

/** The outcome of a support action. */
public sealed interface RepairOutcome {

    /**
     * It is done, now or by an earlier request with the same key.
     *
     * @param answer serialized, so that a repeated request gets the same answer
     */
    record Done(String answer) implements RepairOutcome {}

    record Refused(SupportRefusal why) implements RepairOutcome {}
}
