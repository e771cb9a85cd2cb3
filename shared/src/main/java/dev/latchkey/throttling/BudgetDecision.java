package dev.latchkey.throttling;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether one more authenticator may be tried. */
public sealed interface BudgetDecision {

    /**
     * It may, once this write is committed; where that loses, somebody else's came first. However often it is sent it is
     * carried out once, since it refuses to write its name twice.
     *
     * @param name of its own
     * @param ordinal which consecutive one it is, from 1, if it is {@linkplain #takeAsRead taken as read}
     * @param asRead holds where nobody took or forgave any since
     */
    record Free(Write.Update take, Reservation one, AttemptName name, long ordinal, Condition asRead)
            implements BudgetDecision {

        /** Takes it in its turn only, so that its ordinal is known without asking. */
        public Write.Update takeAsRead() {
            return Write.update(take.key(), take.changes(), asRead);
        }

        /** Which consecutive one it is that left this item, from 1; {@code null} where it was not taken. */
        public @Nullable Long ordinalIn(@Nullable Item stored) {
            Long place = name.placeIn(stored);
            return place == null ? null : Math.max(1, place - StoredAttempts.forgiven(stored));
        }

        /** The same in place of an earlier one that came to nothing: a success forgives no more than that would have. */
        public Free insteadOf(Free earlier) {
            Reservation least = new Reservation(Math.min(earlier.one.failed(), one.failed()), one.forgiven());
            return new Free(take, least, name, ordinal, asRead);
        }
    }

    /** It may not, before this instant. */
    record Locked(Instant until) implements BudgetDecision {}
}
