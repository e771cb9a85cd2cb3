package dev.latchkey.access;

import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.staff.AddressOrder;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Instant;

/** Reads what an order of staff is about. Two reads, since the contact leads to its addresses; a repeat takes one. */
final class RepairOrders {

    private final Table table;
    private final AccessReader reader;

    RepairOrders(Table table) {
        this.table = table;
        this.reader = new AccessReader(table);
    }

    RepairOrder find(AddressOrder order, Instant now) {
        FirmId firmId = order.sender().firm();
        Key contactKey = ContactItem.key(firmId, order.contact());
        Idempotency repeat = order.idempotency();
        Snapshot stored = repeat == null
                ? table.read(Firm.key(firmId), contactKey)
                : table.read(Firm.key(firmId), contactKey, repeat.key());
        RepairOrder earlier = Idempotency.earlier(
                repeat, stored, now, RepairOrder.Again::new, () -> new RepairOrder.Refused(RepairRefusal.KEY_REUSED));
        if (earlier != null) {
            return earlier;
        }
        LiveContact found = LiveContact.of(firmId, order.contact(), stored, now);
        return found == null
                ? new RepairOrder.Refused(RepairRefusal.NO_CONTACT)
                : RepairOrder.of(order.email(), reader.read(found, now));
    }
}
