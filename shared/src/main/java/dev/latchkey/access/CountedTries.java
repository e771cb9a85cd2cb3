package dev.latchkey.access;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts of wrong passwords and codes of one account, as they were read. */
record CountedTries(Map<AttemptBudget, Item> counts) {

    static List<AttemptBudget> budgets(FirmId firm, Holder holder) {
        return Stream.of(AttemptBudget.Authenticator.values())
                .map(sort -> AttemptBudget.of(sort, firm, holder))
                .toList();
    }

    static CountedTries read(FirmId firm, Holder holder, Snapshot stored) {
        Map<AttemptBudget, Item> counts = new LinkedHashMap<>();
        for (AttemptBudget budget : budgets(firm, holder)) {
            Item item = stored.get(budget.key());
            if (item != null) {
                counts.put(budget, item);
            }
        }
        return new CountedTries(counts);
    }

    /** The same without those of passwords. */
    CountedTries ofCodes() {
        Map<AttemptBudget, Item> codes = new LinkedHashMap<>(counts);
        codes.keySet().removeIf(budget -> budget.authenticator() == AttemptBudget.Authenticator.PASSWORD);
        return new CountedTries(codes);
    }

    /** The latest end of a lock that is on; {@code null} where none is. */
    @Nullable
    Instant lockedUntil(Instant now) {
        Instant latest = null;
        for (Item item : counts.values()) {
            Instant end = AttemptBudget.lockedUntil(item);
            if (end != null && now.isBefore(end) && (latest == null || end.isAfter(latest))) {
                latest = end;
            }
        }
        return latest;
    }

    /** None where nothing is counted. */
    List<Write> forgiveAll() {
        List<Write> writes = new ArrayList<>();
        counts.forEach((budget, item) -> {
            Write write = budget.forgiveAll(item);
            if (write != null) {
                writes.add(write);
            }
        });
        return writes;
    }
}
