package dev.latchkey.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a partition.
 *
 * @param next the sort key, or in an index the partition key, after which the next page begins; {@code null} for the
 *     last page
 */
public record Page(List<Item> items, @Nullable String next) {}
