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
 * Erases a person from a firm's audit trail, or deletes the trail with its firm. Nothing else changes a written event.
 * It may be interrupted at any point and repeated: erased events don't match again. One call evaluates a thousand
 * events.
 */
public final class EraseTrail {

    private static final int MOST_LOOKED_AT = 1_000;

    /** Keeps a transaction far below its maximum size, whatever the events contain. */
    private static final int MOST_REWRITTEN = 50;

    private static final int MOST_DELETED = 100;

    private final Table table;
    private final Clock clock;

    public EraseTrail(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Replaces the person by the pseudonym in all events. */
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

    /**
     * Deletes every event of the firm. Each is marked first, so that monitoring can tell the deletion from tampering.
     */
    public void deleteAll(FirmId firm) {
        eachMonth(firm, partition -> {
            List<Item> found = read(partition, null, null).items();
            while (!found.isEmpty()) {
                parts(found, MOST_DELETED).forEach(this::delete);
                found = read(partition, null, null).items();
            }
        });
    }

    /** If another attempt has deleted one of the events already, none is deleted here, and the caller reads again. */
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
