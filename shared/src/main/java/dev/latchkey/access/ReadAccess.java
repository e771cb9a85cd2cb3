package dev.latchkey.access;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells staff how it stands with a contact's access. Two reads, since the contact leads to its addresses. */
public final class ReadAccess {

    private final Table table;
    private final AccessReader reader;
    private final Clock clock;

    public ReadAccess(Table table, Clock clock) {
        this.table = table;
        this.reader = new AccessReader(table);
        this.clock = clock;
    }

    /** {@code null} for a contact that is not in use, or that no event told of. */
    public @Nullable ContactAccess of(FirmId firmId, ContactId id) {
        ItemBatch stored = table.read(Firm.key(firmId), ContactItem.key(firmId, id));
        Instant now = clock.instant();
        ActiveContact found = ActiveContact.of(firmId, id, stored, now);
        return found == null ? null : reader.read(found, now);
    }
}
