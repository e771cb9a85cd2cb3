package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

/** What became of an update of one item, and the item as it was in the same instant. */
public sealed interface UpdateOutcome {

    /** It was carried out. */
    record Done(Item now) implements UpdateOutcome {}

    /** Its condition did not hold. */
    record Lost(@Nullable Item found) implements UpdateOutcome {}
}
