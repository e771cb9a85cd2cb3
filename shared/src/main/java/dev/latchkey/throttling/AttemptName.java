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
 * The name of one try, by which its write is known again where the reply was lost. It stands on the budget's item for a
 * minute at least, as an attribute with the try's place in the count.
 *
 * @param attribute when the try was taken, and what is its own
 */
record AttemptName(String attribute) {

    private static final String PREFIX = "try:";

    /** So many old names go with one write at most, which may not be longer than 4 KB. */
    private static final int FORGOTTEN_AT_ONCE = 50;

    static AttemptName of(String own, Instant now) {
        return new AttemptName(PREFIX + now.toEpochMilli() + "-" + own);
    }

    /**
     * Notes the name in the write that counts the try, and forgets those that nobody asks for any more.
     *
     * @param over tries that were taken before are
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

    /** No write has noted it yet. */
    Condition notYet() {
        return Condition.missing(attribute);
    }

    /** Which place in the count it was given; {@code null} where the try was not taken. */
    @Nullable
    Long placeIn(@Nullable Item stored) {
        return stored == null ? null : stored.optionalNumber(attribute);
    }

    private static Instant takenAt(String name) {
        return Instant.ofEpochMilli(Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-'))));
    }
}
