package dev.latchkey.audit;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Decision;
import dev.latchkey.store.DescendingQuery;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Page;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * Takes a person out of a firm's trail, or the trail away with its firm. Nothing else changes an event that was written. May
 * be broken off anywhere and repeated: what was done isn't found again. One call looks at a thousand events.
 */
public final class EraseTrail {

    private static final int MOST_LOOKED_AT = 1_000;

    /** Far below the size that a transaction may have, whatever an event names. */
    private static final int MOST_REWRITTEN = 50;

    private static final int MOST_DELETED = 100;

    private final Table table;
    private final Clock clock;

    public EraseTrail(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Puts the pseudonym wherever the trail tells of the person. */
    public void erase(FirmId firm, ErasedPerson person) {
        eachMonth(firm, partition -> {
            String after = null;
            do {
                String from = after;
                Page page = table.decide(() -> erase(partition, from, person));
                after = page.next();
            } while (after != null);
        });
    }

    private Decision<Page> erase(String partition, @Nullable String after, ErasedPerson person) {
        Page page = read(partition, after, person.isIn());
        Instant now = clock.instant();
        boolean changedMeanwhile = parts(page.items(), MOST_REWRITTEN).stream()
                .map(some ->
                        some.stream().map(event -> person.erase(event, now)).toList())
                .anyMatch(writes -> table.commit(writes) == Commit.CONDITION_FAILED);
        return changedMeanwhile ? Decision.overtaken() : Decision.answer(page);
    }

    /** Deletes every event of the firm, each marked before, so that whoever watches the trail can tell it from tampering. */
    public void deleteAll(FirmId firm) {
        eachMonth(firm, partition -> {
            List<Item> found = read(partition, null, null).items();
            while (!found.isEmpty()) {
                parts(found, MOST_DELETED).forEach(this::delete);
                found = read(partition, null, null).items();
            }
        });
    }

    /** Where another try of the same has deleted one of them already, none goes, and all are read again. */
    private void delete(List<Item> events) {
        ItemUpdate mark = ItemUpdate.none().set(AuditItem.ERASED_AT, clock.instant());
        List<Write> marks = events.stream()
                .<Write>map(event -> Write.update(event.key(), mark, Condition.present()))
                .toList();
        if (table.commit(marks) == Commit.DONE) {
            table.commit(events.stream().map(event -> Write.delete(event.key())).toList());
        }
    }

    private static List<List<Item>> parts(List<Item> events, int most) {
        return events.stream().gather(Gatherers.windowFixed(most)).toList();
    }

    private Page read(String partition, @Nullable String after, @Nullable Condition filter) {
        return table.read(
                new DescendingQuery(partition, ListAudit.EARLIEST, ListAudit.LATEST, after, filter), MOST_LOOKED_AT);
    }

    private void eachMonth(FirmId firm, Consumer<String> taker) {
        YearMonth last = AuditItem.month(clock.instant().plus(ListAudit.AHEAD));
        for (YearMonth month = ListAudit.FIRST; !month.isAfter(last); month = month.plusMonths(1)) {
            taker.accept(AuditItem.partition(firm, month));
        }
    }
}
