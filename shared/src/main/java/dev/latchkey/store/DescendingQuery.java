package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

/**
 * Which items of a partition are read, from the last to the first.
 *
 * @param from the least sort key, and {@code to} the greatest, both included
 * @param after the sort key to continue after; {@code null} for the last
 * @param filter what else must hold; {@code null} for nothing
 */
public record DescendingQuery(
        String partition,
        String from,
        String to,
        @Nullable String after,
        @Nullable Condition filter) {}
