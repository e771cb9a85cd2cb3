package dev.latchkey.throttling;

import dev.latchkey.store.Item;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the item of a budget. Without an item there were no attempts. */
final class StoredAttempts {

    static final String TAKEN = "taken";
    static final String FAILED = "failed";
    static final String FORGIVEN = "forgiven";
    static final String AT = "at";

    /** No function runs longer. An attempt that was reserved earlier has been checked, or never will be. */
    static final Duration LONGEST_JUDGEMENT = Duration.ofMinutes(1);

    private StoredAttempts() {}

    static long taken(@Nullable Item stored) {
        return stored == null ? 0 : stored.number(TAKEN, 0);
    }

    static long forgiven(@Nullable Item stored) {
        return stored == null ? 0 : stored.number(FORGIVEN, 0);
    }

    /** How many attempts are finished: those that failed, and after a minute all, since an outage may hide the rest. */
    static long over(@Nullable Item stored, Instant now) {
        boolean longAgo = stored != null
                && taken(stored) > 0
                && !now.isBefore(stored.time(AT).plus(LONGEST_JUDGEMENT));
        return longAgo ? taken(stored) : failed(stored);
    }

    /** How many are forgiven if each hour without an attempt forgives half of the rest. */
    static long halved(@Nullable Item stored, Instant now) {
        long left = taken(stored) - forgiven(stored);
        if (stored == null || left <= 0) {
            return forgiven(stored);
        }
        long hours = Math.clamp(Duration.between(stored.time(AT), now).toHours(), 0, Long.SIZE - 2);
        return taken(stored) - (left >> hours);
    }

    private static long failed(@Nullable Item stored) {
        return stored == null ? 0 : Math.min(stored.number(FAILED, 0), taken(stored));
    }
}
