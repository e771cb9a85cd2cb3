package dev.latchkey.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an update changes on one item; everything else on it stays as it is.
 *
 * @param set attributes that get a new value
 * @param add numbers to add, and string sets to join; both atomic
 * @param remove attributes to remove
 */
public record ItemUpdate(Map<String, Object> set, Map<String, Object> add, Set<String> remove) {

    /** The attribute with the time to live, when DynamoDB cleans the item up. */
    public static final String TTL = "ttl";

    /** One more than a counter. */
    record Next(String counter) {}

    public static ItemUpdate none() {
        return new ItemUpdate(Map.of(), Map.of(), Set.of());
    }

    public ItemUpdate set(String name, String value) {
        return withSet(name, value);
    }

    public ItemUpdate set(String name, long value) {
        return withSet(name, value);
    }

    public ItemUpdate set(String name, Instant value) {
        return withSet(name, value);
    }

    /** Sets a number to one more than this counter at the instant of the write; a missing counter is zero. */
    public ItemUpdate setNext(String name, String counter) {
        return withSet(name, new Next(counter));
    }

    /** Sets a string set, which must not be empty. */
    public ItemUpdate set(String name, Set<String> values) {
        return withSet(name, values);
    }

    /** Adds one value to a string set. */
    public ItemUpdate join(String name, String value) {
        return withAdd(name, Set.of(value));
    }

    /** Increments a number. */
    public ItemUpdate increment(String name) {
        return withAdd(name, 1L);
    }

    /** Decrements a number. */
    public ItemUpdate decrement(String name) {
        return withAdd(name, -1L);
    }

    public ItemUpdate remove(String name) {
        Set<String> more = new LinkedHashSet<>(remove);
        more.add(name);
        return new ItemUpdate(set, add, more);
    }

    /** When DynamoDB may delete the item. */
    public ItemUpdate timeToLive(Instant end) {
        return withSet(TTL, end.getEpochSecond());
    }

    /** The item is kept until somebody deletes it. */
    public ItemUpdate noTimeToLive() {
        return remove(TTL);
    }

    private ItemUpdate withAdd(String name, Object value) {
        return new ItemUpdate(set, with(add, name, value), remove);
    }

    private ItemUpdate withSet(String name, Object value) {
        return new ItemUpdate(with(set, name, value), add, remove);
    }

    private static Map<String, Object> with(Map<String, Object> known, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(known);
        more.put(name, value);
        return more;
    }
}
