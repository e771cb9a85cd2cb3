package dev.latchkey.report;

import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
import dev.latchkey.contactaccess.IndexedAddress;
import dev.latchkey.contactaccess.ReadAccess;
import dev.latchkey.firm.Firm;
import dev.latchkey.magiclink.LastLink;
import dev.latchkey.store.Item;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds the access of all contacts of a firm from its client index alone. Items may come in any order. The result has
 * what {@link ReadAccess} gives, except sessions and counts of attempts. It takes about 200 MB of memory for a firm of
 * 100,000 contacts with accounts.
 */
final class AccessReportBuilder {

    private final Firm firm;
    private final Instant now;
    private final TreeMap<String, Contact> contacts = new TreeMap<>();
    private final Map<String, LastLink> lastLinks = new HashMap<>();
    private final Map<String, IndexedAddress> addresses = new HashMap<>();

    AccessReportBuilder(Firm firm, Instant now) {
        this.firm = firm;
        this.now = now;
    }

    void take(Item item) {
        String partition = item.key().pk();
        switch (item.key().sk()) {
            case "contact" -> takeContact(ContactItem.fromIndex(firm.id(), item));
            case "last-link" -> takeLastLink(partition, LastLink.read(item));
            default ->
                addresses
                        .computeIfAbsent(partition, anyKey -> new IndexedAddress())
                        .take(item);
        }
    }

    private void takeContact(Contact contact) {
        if (contact.isLive()) {
            contacts.put(contact.id().value(), contact);
        }
    }

    private void takeLastLink(String partition, @Nullable LastLink link) {
        if (link != null) {
            lastLinks.put(partition, link);
        }
    }

    /** Hands over each contact in use, in the order of their ids. To be called once, after all items were taken. */
    void each(Consumer<ContactAccess> taker) {
        for (Contact contact : contacts.values()) {
            contact.addresses().forEach(address -> address(address.email()).join(contact.summary()));
        }
        contacts.values().forEach(contact -> taker.accept(access(contact)));
    }

    private ContactAccess access(Contact contact) {
        List<AddressAccess> own = contact.addresses().stream()
                .map(address -> address(address.email()).access(firm.id(), address.email(), now))
                .toList();
        return new ContactAccess(
                firm,
                contact,
                own,
                ContactAccess.mismatch(contact, email -> address(email).former(firm.id(), email)),
                lastLinks.get(ContactItem.key(firm.id(), contact.id()).pk()));
    }

    private IndexedAddress address(Email email) {
        return addresses.computeIfAbsent(AddressItem.key(firm.id(), email).pk(), anyKey -> new IndexedAddress());
    }
}
