package dev.latchkey.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a partition.
 *
 * @param next the sort key, or in an index the partition key, after which the next part begins; {@code null} where there is none
 */
public record Page(List<Item> items, @Nullable String next) {}
