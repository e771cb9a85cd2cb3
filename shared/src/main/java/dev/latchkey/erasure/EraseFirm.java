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
 * Deletes a firm with all its data. A tombstone replaces the firm first, so that access ends. Then everything that the
 * client index leads to is deleted, everything stored with the firm, and its audit trail. An interrupted deletion
 * continues with what is left. Items by the source of a request, and requests for mail from addresses without contact,
 * can't be found by the firm; their time to live removes them.
 */
public final class EraseFirm {

    /** More items than one partition has on the index. */
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

    /** {@code false} if there is nothing to do: it is done already, or a newer event of the firm came first. */
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
        // Requests that were in progress when access ended may have written since.
        deleteClients(firm);
        Instant now = clock.instant();
        table.commit(List.of(
                deleted.erased(retention.endOfTombstone(now)),
                audit.record(ErasureEvent.of(firm, AuditType.FIRM_DELETED, Concerned.NOBODY, now))));
        return true;
    }

    /** Repeats until nothing is found, because the index is eventually consistent. */
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

    /** Costs one read per partition. Deletes as many items at once as a transaction holds. */
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
