package dev.latchkey.access;

/** How a repair ended. */
public sealed interface RepairOutcome {

    /**
     * It is done, now or before.
     *
     * @param answer written out, so that a repeat can be given the very same
     */
    record Done(String answer) implements RepairOutcome {}

    record Refused(SupportRefusal why) implements RepairOutcome {}
}
