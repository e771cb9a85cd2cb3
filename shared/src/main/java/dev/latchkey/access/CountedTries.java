package dev.latchkey.access;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts of wrong passwords and codes of one account, as they were read. */
record CountedTries(List<Count> counts) {

    static final CountedTries NONE = new CountedTries(List.of());

    /**
     * Of one authenticator.
     *
     * @param stored what was counted so far
     */
    record Count(AttemptBudget budget, Item stored) {}

    static List<AttemptBudget> budgets(FirmId firm, Holder holder) {
        return Stream.of(AttemptBudget.Authenticator.values())
                .map(sort -> AttemptBudget.of(sort, firm, holder))
                .toList();
    }

    static CountedTries read(FirmId firm, Holder holder, Snapshot stored) {
        List<Count> counts = new ArrayList<>();
        for (AttemptBudget budget : budgets(firm, holder)) {
            Item item = stored.get(budget.key());
            if (item != null) {
                counts.add(new Count(budget, item));
            }
        }
        return new CountedTries(counts);
    }

    /** The same without those of passwords. */
    CountedTries ofCodes() {
        return new CountedTries(counts.stream()
                .filter(count -> count.budget().authenticator() != AttemptBudget.Authenticator.PASSWORD)
                .toList());
    }

    /** The latest end of a lock that is on; {@code null} where none is. */
    @Nullable
    Instant lockedUntil(Instant now) {
        Instant latest = null;
        for (Count count : counts) {
            Instant end = count.budget().lockedUntil(count.stored());
            if (end != null && now.isBefore(end) && (latest == null || end.isAfter(latest))) {
                latest = end;
            }
        }
        return latest;
    }

    /** None where nothing is counted. */
    List<Write> forgiveAll() {
        return counts.stream()
                .map(count -> count.budget().forgiveAll(count.stored()))
                .filter(Objects::nonNull)
                .toList();
    }
}
