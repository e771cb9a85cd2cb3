package dev.latchkey.store;

/**
 * Which items of an index partition are read, by their partition keys in the table and in the order of these.
 *
 * @param index the index, which has the name of its partition attribute
 * @param from the least partition key, and {@code to} the greatest, both included
 */
public record IndexRange(String index, String partition, String from, String to) {}
