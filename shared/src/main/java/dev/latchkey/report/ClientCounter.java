package dev.latchkey.report;

import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts a firm's clients from index items, which may come in any order. It keeps only the partition keys of addresses:
 * about 20 MB for a firm of 100,000 contacts.
 */
final class ClientCounter {

    private final FirmId firm;
    private final Set<String> onContacts = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> enrolled = new HashSet<>();
    private final Set<String> deactivated = new HashSet<>();
    private final Set<String> undeliverable = new HashSet<>();
    private long contacts;

    ClientCounter(FirmId firm) {
        this.firm = firm;
    }

    /** Ignores unknown items: the index may have others than are counted here. */
    void take(Item item) {
        String address = item.key().pk();
        switch (item.key().sk()) {
            case "contact" -> takeContact(item);
            case "address" -> takeAddress(address, item);
            case "account" -> accounts.add(address);
            case "authenticator" -> enrolled.add(address);
            default -> {}
        }
    }

    private void takeContact(Item item) {
        List<Email> emails = ContactItem.inUse(item);
        if (emails != null) {
            contacts++;
            emails.forEach(email -> onContacts.add(AddressItem.key(firm, email).pk()));
        }
    }

    private void takeAddress(String address, Item item) {
        if (AddressItem.isUndeliverable(item)) {
            undeliverable.add(address);
        }
        if (AddressItem.isDeactivated(item)) {
            deactivated.add(address);
        }
    }

    /** To be called after all items were taken. */
    ClientCounts counts() {
        accounts.retainAll(onContacts);
        accounts.removeIf(deactivated::contains);
        enrolled.retainAll(accounts);
        undeliverable.retainAll(onContacts);
        return new ClientCounts(contacts, accounts.size(), enrolled.size(), undeliverable.size());
    }
}
