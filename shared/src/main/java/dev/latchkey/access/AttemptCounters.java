package dev.latchkey.access;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptBudget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts of wrong passwords and codes of one account, as they were read. */
record AttemptCounters(List<Count> counts) {

    static final AttemptCounters NONE = new AttemptCounters(List.of());

    /**
     * Of one authenticator.
     *
     * @param stored what was counted so far
     */
    record Count(AttemptBudget budget, Item stored) {}

    static List<AttemptBudget> budgets(FirmId firm, Principal principal) {
        return Stream.of(AttemptBudget.Factor.values())
                .map(sort -> AttemptBudget.of(sort, firm, principal))
                .toList();
    }

    static AttemptCounters read(FirmId firm, Principal principal, ItemBatch stored) {
        List<Count> counts = new ArrayList<>();
        for (AttemptBudget budget : budgets(firm, principal)) {
            Item item = stored.get(budget.key());
            if (item != null) {
                counts.add(new Count(budget, item));
            }
        }
        return new AttemptCounters(counts);
    }

    /** The same without those of passwords. */
    AttemptCounters ofCodes() {
        return new AttemptCounters(counts.stream()
                .filter(count -> count.budget().factor() != AttemptBudget.Factor.PASSWORD)
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
