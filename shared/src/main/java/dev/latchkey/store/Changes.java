package dev.latchkey.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an update changes on one item; everything else on it stays as it is.
 *
 * @param set attributes that get a new value
 * @param add numbers to be added to, and string sets to be joined with; both atomic
 */
public record Changes(Map<String, Object> set, Map<String, Object> add) {

    public static Changes none() {
        return new Changes(Map.of(), Map.of());
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

    /** Joins one value to a string set. */
    public Changes join(String name, String value) {
        return withAdd(name, Set.of(value));
    }

    /** Counts one more. */
    public Changes increment(String name) {
        return withAdd(name, 1L);
    }

    /** When DynamoDB may delete the item. */
    public Changes timeToLive(Instant end) {
        return withSet("ttl", end.getEpochSecond());
    }

    private Changes withAdd(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(add);
        more.put(name, value);
        return new Changes(set, more);
    }

    private Changes withSet(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(set);
        more.put(name, value);
        return new Changes(more, add);
    }
}
