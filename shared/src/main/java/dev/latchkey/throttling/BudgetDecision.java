package dev.latchkey.throttling;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether one more attempt is allowed. */
public sealed interface BudgetDecision {

    /**
     * It is allowed once this write is committed. The write fails if another request wrote first. However often it is sent, it
     * is carried out once, because it does not write its name twice.
     *
     * @param name unique to the attempt
     * @param ordinal its place among the consecutive ones, from 1, if it is {@linkplain #takeAsRead taken as read}
     * @param asRead holds if none was reserved or forgiven since
     */
    record Free(Write.Update take, Reservation reservation, AttemptName name, long ordinal, Condition asRead)
            implements BudgetDecision {

        /** Reserves it only at the place that was read, so its ordinal is known without a read. */
        public Write.Update takeAsRead() {
            return Write.update(take.key(), take.changes(), asRead);
        }

        /** Its place among the consecutive ones by this item, from 1; {@code null} if it was not reserved. */
        public @Nullable Long ordinalIn(@Nullable Item stored) {
            Long place = name.placeIn(stored);
            return place == null ? null : Math.max(1, place - StoredAttempts.forgiven(stored));
        }

        /** Replaces an earlier one whose write failed. A success forgives no more than the earlier one would have. */
        public Free insteadOf(Free earlier) {
            Reservation least = new Reservation(
                    Math.min(earlier.reservation.failed(), reservation.failed()), reservation.forgiven());
            return new Free(take, least, name, ordinal, asRead);
        }
    }

    /** It is not allowed before this instant. */
    record Locked(Instant until) implements BudgetDecision {}
}
