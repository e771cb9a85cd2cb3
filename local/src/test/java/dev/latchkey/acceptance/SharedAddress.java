package dev.latchkey.acceptance;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.ContactSummary;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.FurtherContacts;
import dev.latchkey.firm.FirmId;
import java.util.List;
import java.util.Map;

/** An address that many contacts of a firm have: the events by which they come and leave, and what the table knows of them. */
record SharedAddress(TestFirm firm, String email) {

    /** More than any test puts on an address. */
    private static final int ALL = 1_000;

    Answer tell(String contact, int version, boolean has) {
        return tell(contact, version, "Client " + contact, has);
    }

    Answer tell(String contact, int version, String name, boolean has) {
        Map<String, Object> contactNow = Map.of(
                "firmId",
                firm.id(),
                "contactId",
                contact,
                "version",
                version,
                "type",
                "PERSON",
                "name",
                name,
                "emails",
                has ? List.of(email) : List.of(),
                "archived",
                false);
        return firm.world().tryEvent("contact.upserted", contactNow);
    }

    /** Its item. */
    Address stored() {
        FirmId id = new FirmId(firm.id());
        return AddressItem.read(
                id,
                firm.world().items().read(AddressItem.key(id, Email.parse(email).orElseThrow())));
    }

    /** The ids of all contacts that have it, by its item and by their rows. */
    List<String> contacts() {
        return new FurtherContacts(firm.world().items())
                .all(stored(), ALL).stream()
                        .map(ContactSummary::contact)
                        .map(contact -> contact.value())
                        .toList();
    }
}
