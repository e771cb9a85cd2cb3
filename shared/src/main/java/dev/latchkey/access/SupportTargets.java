package dev.latchkey.access;

import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.SupportRequest;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import java.time.Instant;

/** Reads what an order of staff is about. Two reads, since the contact leads to its addresses; a repeat takes one. */
final class SupportTargets {

    private final Table table;
    private final AccessReader reader;

    SupportTargets(Table table) {
        this.table = table;
        this.reader = new AccessReader(table);
    }

    SupportTarget find(SupportRequest order, Instant now) {
        FirmId firmId = order.sender().firm();
        Key contactKey = ContactItem.key(firmId, order.contact());
        Idempotency repeat = order.idempotency();
        ItemBatch stored = repeat == null
                ? table.read(Firm.key(firmId), contactKey)
                : table.read(Firm.key(firmId), contactKey, repeat.key());
        SupportTarget earlier = Idempotency.earlier(
                repeat,
                stored,
                now,
                SupportTarget.Again::new,
                () -> new SupportTarget.Refused(SupportRefusal.KEY_REUSED));
        if (earlier != null) {
            return earlier;
        }
        ActiveContact found = ActiveContact.of(firmId, order.contact(), stored, now);
        return found == null
                ? new SupportTarget.Refused(SupportRefusal.NO_CONTACT)
                : SupportTarget.of(order.email(), reader.read(found, now));
    }
}
