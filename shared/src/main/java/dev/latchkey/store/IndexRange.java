package dev.latchkey.store;

/**
 * Which items of a partition of an index are read, by the partitions that they have in the table, in their order.
 *
 * @param index the index, which is called like the attribute that it is by
 * @param from the least partition key, and {@code to} the greatest, both included
 */
public record IndexRange(String index, String partition, String from, String to) {}
