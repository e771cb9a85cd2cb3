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
 * @param add numbers to be added to, and string sets to be joined with; both atomic
 * @param remove attributes that go
 */
public record Changes(Map<String, Object> set, Map<String, Object> add, Set<String> remove) {

    /** The attribute by whose time DynamoDB clears an item up. */
    public static final String TTL = "ttl";

    /** One more than a counter. */
    record Next(String counter) {}

    public static Changes none() {
        return new Changes(Map.of(), Map.of(), Set.of());
    }

    public Changes set(String name, String value) {
        return withSet(name, value);
    }

    public Changes set(String name, long value) {
        return withSet(name, value);
    }

    public Changes set(String name, Instant value) {
        return withSet(name, value);
    }

    /** Sets a number to one more than this counter is at the instant of the write, none counting as zero. */
    public Changes setNext(String name, String counter) {
        return withSet(name, new Next(counter));
    }

    /** Sets a string set, which must not be empty. */
    public Changes set(String name, Set<String> values) {
        return withSet(name, values);
    }

    /** Joins one value to a string set. */
    public Changes join(String name, String value) {
        return withAdd(name, Set.of(value));
    }

    /** Counts one more. */
    public Changes increment(String name) {
        return withAdd(name, 1L);
    }

    /** Counts one less. */
    public Changes decrement(String name) {
        return withAdd(name, -1L);
    }

    public Changes remove(String name) {
        Set<String> more = new LinkedHashSet<>(remove);
        more.add(name);
        return new Changes(set, add, more);
    }

    /** When DynamoDB may delete the item. */
    public Changes timeToLive(Instant end) {
        return withSet(TTL, end.getEpochSecond());
    }

    /** It stays until somebody deletes it. */
    public Changes noTimeToLive() {
        return remove(TTL);
    }

    private Changes withAdd(String name, Object value) {
        return new Changes(set, with(add, name, value), remove);
    }

    private Changes withSet(String name, Object value) {
        return new Changes(with(set, name, value), add, remove);
    }

    private static Map<String, Object> with(Map<String, Object> known, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(known);
        more.put(name, value);
        return more;
    }
}
