package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

/** The outcome of an update of one item, with the item at the same instant. */
public sealed interface UpdateOutcome {

    /** It was carried out. */
    record Done(Item now) implements UpdateOutcome {}

    /** The condition failed. */
    record Lost(@Nullable Item found) implements UpdateOutcome {}
}
