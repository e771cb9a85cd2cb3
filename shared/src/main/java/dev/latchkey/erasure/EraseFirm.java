package dev.latchkey.erasure;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.EraseTrail;
import dev.latchkey.contact.ClientIndex;
import dev.latchkey.firm.DeletedFirm;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Retention;
import dev.latchkey.mail.Outbox;
import dev.latchkey.store.Item;
import dev.latchkey.store.Page;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes a firm with all that is its own. A tombstone takes its place first, so that nobody gets in from then on; then goes
 * whatever the firm's roll leads to, what is kept with the firm, and its trail. One that broke off goes on with what is left.
 * What is kept by where a request came from, and mail asked for by addresses that are nobody's, can't be found by the firm; it
 * is left to its time to live.
 */
public final class EraseFirm {

    /** More than one partition has on the roll. */
    private static final int PAGE = 1_000;

    private static final int AT_ONCE = 100;

    private final Table table;
    private final EraseTrail trail;
    private final AuditTrail audit;
    private final Retention retention;
    private final Clock clock;
    private final Remains remains;

    public EraseFirm(Table table, EraseTrail trail, AuditTrail audit, Retention retention, Clock clock) {
        this.table = table;
        this.trail = trail;
        this.audit = audit;
        this.retention = retention;
        this.clock = clock;
        this.remains = new Remains(table);
    }

    /** {@code false} where there was nothing to do: it is done, or a newer word of the firm came before. */
    public boolean erase(FirmId firm, long version) {
        table.commit(List.of(DeletedFirm.bury(firm, version, clock.instant())));
        DeletedFirm deleted = DeletedFirm.of(firm, table.read(Firm.key(firm)));
        if (deleted == null || !deleted.isErasing()) {
            return false;
        }
        deleteClients(firm);
        remains.delete(Outbox.partition(firm), key -> true);
        remains.delete(Firm.key(firm).pk(), key -> !key.equals(Firm.key(firm)));
        trail.deleteAll(firm);
        // What was under way while access ended may have written since.
        deleteClients(firm);
        Instant now = clock.instant();
        table.commit(List.of(
                deleted.erased(retention.endOfTombstone(now)),
                audit.record(ErasureEvent.of(firm, AuditType.FIRM_DELETED, Concerned.NOBODY, now))));
        return true;
    }

    /** Until nothing is found: the roll is a moment behind. */
    private void deleteClients(FirmId firm) {
        boolean any = true;
        while (any) {
            any = false;
            String after = null;
            do {
                Page page = table.read(ClientIndex.all(firm, after), List.of(), PAGE);
                Set<String> partitions = new LinkedHashSet<>();
                page.items().forEach(item -> partitions.add(item.key().pk()));
                any |= deleted(partitions);
                after = page.next();
            } while (after != null);
        }
    }

    /** One read for each partition; deletes as many items at once as a transaction holds. */
    private boolean deleted(Set<String> partitions) {
        List<Item> found = new ArrayList<>();
        boolean any = false;
        for (String partition : partitions) {
            found.addAll(remains.all(partition));
            any |= !found.isEmpty();
            if (found.size() >= AT_ONCE) {
                remains.delete(found);
                found.clear();
            }
        }
        remains.delete(found);
        return any;
    }
}
