package dev.latchkey.contactaccess;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a contact's access for staff. Costs two reads, because the contact names its addresses. */
public final class ReadAccess {

    private final Table table;
    private final AccessReader reader;
    private final Clock clock;

    public ReadAccess(Table table, Clock clock) {
        this.table = table;
        this.reader = new AccessReader(table);
        this.clock = clock;
    }

    /** {@code null} if the contact is not in use or unknown. */
    public @Nullable ContactAccess of(FirmId firmId, ContactId id) {
        ItemBatch stored = table.read(Firm.key(firmId), ContactItem.key(firmId, id));
        Instant now = clock.instant();
        ActiveContact found = ActiveContact.of(firmId, id, stored, now);
        return found == null ? null : reader.read(found, now);
    }
}
