package dev.latchkey.throttling;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of one attempt, which identifies its write after a lost reply. It is an attribute of the budget's item for at least
 * a minute, with the place of the attempt in the count as its value.
 *
 * @param attribute the time of the reservation and a unique part
 */
record AttemptName(String attribute) {

    private static final String PREFIX = "try:";

    /** One write removes at most so many old names, because an expression may not be longer than 4 KB. */
    private static final int FORGOTTEN_AT_ONCE = 50;

    static AttemptName of(String own, Instant now) {
        return new AttemptName(PREFIX + now.toEpochMilli() + "-" + own);
    }

    /**
     * Adds the name to the write that counts the attempt, and removes names that are no longer needed.
     *
     * @param over names from before this instant are not needed
     */
    ItemUpdate noted(String counter, @Nullable Item stored, Instant over) {
        Set<String> old = stored == null
                ? Set.of()
                : stored.namesWith(PREFIX).stream()
                        .filter(name -> takenAt(name).isBefore(over))
                        .limit(FORGOTTEN_AT_ONCE)
                        .collect(Collectors.toCollection(TreeSet::new));
        return new ItemUpdate(Map.of(), Map.of(), old).setNext(attribute, counter);
    }

    /** Holds while no write has noted the name. */
    Condition notYet() {
        return Condition.missing(attribute);
    }

    /** The place of the attempt in the count; {@code null} if it was not reserved. */
    @Nullable
    Long placeIn(@Nullable Item stored) {
        return stored == null ? null : stored.optionalNumber(attribute);
    }

    private static Instant takenAt(String name) {
        return Instant.ofEpochMilli(Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-'))));
    }
}
