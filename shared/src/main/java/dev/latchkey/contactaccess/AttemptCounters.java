package dev.latchkey.contactaccess;

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

/** The counts of wrong passwords and codes of one account. */
public record AttemptCounters(List<Count> counts) {

    public static final AttemptCounters NONE = new AttemptCounters(List.of());

    /**
     * The count of one factor.
     *
     * @param stored the item that holds the count
     */
    record Count(AttemptBudget budget, Item stored) {}

    static List<AttemptBudget> budgets(FirmId firm, Principal principal) {
        return Stream.of(AttemptBudget.Factor.values())
                .map(factor -> AttemptBudget.of(factor, firm, principal))
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

    /** The counts of wrong codes only. */
    public AttemptCounters ofCodes() {
        return new AttemptCounters(counts.stream()
                .filter(count -> count.budget().factor() != AttemptBudget.Factor.PASSWORD)
                .toList());
    }

    /** When the last active lock ends; {@code null} if there is none. */
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

    /** Resets all counts. Empty if nothing is counted. */
    public List<Write> forgiveAll() {
        return counts.stream()
                .map(count -> count.budget().forgiveAll(count.stored()))
                .filter(Objects::nonNull)
                .toList();
    }
}
