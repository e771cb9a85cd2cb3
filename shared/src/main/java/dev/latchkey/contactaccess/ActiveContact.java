package dev.latchkey.contactaccess;

import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.ItemBatch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact in use, and its firm. */
public record ActiveContact(Firm firm, Contact contact) {

    /** {@code null} if the contact is archived, deleted or unknown. */
    static @Nullable public ActiveContact of(FirmId firmId, ContactId id, ItemBatch stored, Instant now) {
        Firm firm = Firm.read(firmId, stored, now);
        Contact contact = ContactItem.read(firmId, id, stored.get(ContactItem.key(firmId, id)));
        return firm == null || contact == null || !contact.isLive() ? null : new ActiveContact(firm, contact);
    }
}
