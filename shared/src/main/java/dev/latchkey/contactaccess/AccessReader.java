package dev.latchkey.contactaccess;

import dev.latchkey.account.AccountItem;
import dev.latchkey.accountlink.Invitation;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.magiclink.LastLink;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads everything about a contact's access. Costs one read, after the contact has been read for its addresses. */
public final class AccessReader {

    private final Table table;

    public AccessReader(Table table) {
        this.table = table;
    }

    public ContactAccess read(ActiveContact one, Instant now) {
        return read(one.firm(), List.of(one.contact()), now).getFirst();
    }

    /** The same for several contacts. One call per 100 items. */
    public List<ContactAccess> read(Firm firm, List<Contact> contacts, Instant now) {
        Set<Key> keys = new LinkedHashSet<>();
        for (Contact contact : contacts) {
            keys.add(LastLink.key(firm.id(), contact.id()));
            contact.addresses().forEach(address -> keys.addAll(keys(firm.id(), address.email())));
            contact.former().forEach(gone -> keys.addAll(formerKeys(firm.id(), gone.email())));
        }
        ItemBatch stored = table.read(List.copyOf(keys));
        return contacts.stream()
                .map(contact -> access(firm, contact, stored, now))
                .toList();
    }

    private static ContactAccess access(Firm firm, Contact contact, ItemBatch stored, Instant now) {
        List<AddressAccess> addresses = contact.addresses().stream()
                .map(address -> access(firm.id(), address.email(), stored, now))
                .toList();
        return new ContactAccess(
                firm,
                contact,
                addresses,
                ContactAccess.mismatch(contact, email -> former(firm.id(), email, stored)),
                LastLink.read(stored.get(LastLink.key(firm.id(), contact.id()))));
    }

    /** The items of an account at a former address of the contact. */
    private static List<Key> formerKeys(FirmId firm, Email email) {
        Principal principal = Principal.of(firm, email);
        return List.of(
                AddressItem.key(firm, principal),
                AccountItem.key(firm, principal),
                AuthenticatorItem.key(firm, principal));
    }

    private static List<Key> keys(FirmId firm, Email email) {
        Principal principal = Principal.of(firm, email);
        List<Key> keys = new ArrayList<>(List.of(
                AddressItem.key(firm, principal),
                AccountItem.key(firm, principal),
                AuthenticatorItem.key(firm, principal),
                SessionEpoch.key(firm, principal),
                Invitation.key(firm, principal)));
        AttemptCounters.budgets(firm, principal).forEach(budget -> keys.add(budget.key()));
        return keys;
    }

    private static AddressAccess access(FirmId firm, Email email, ItemBatch stored, Instant now) {
        Principal principal = Principal.of(firm, email);
        Address found = AddressItem.read(firm, stored.get(AddressItem.key(firm, principal)));
        AttemptCounters attempts = AttemptCounters.read(firm, principal, stored);
        return new AddressAccess(
                email,
                found,
                AccountItem.read(stored.get(AccountItem.key(firm, principal))),
                AuthenticatorItem.read(stored.get(AuthenticatorItem.key(firm, principal))),
                SessionEpoch.of(stored.get(SessionEpoch.key(firm, principal))),
                pending(Invitation.read(stored.get(Invitation.key(firm, principal))), found, now),
                attempts,
                attempts.lockedUntil(now));
    }

    /**
     * Uses only the items of {@link #formerKeys}. More may have been read for another contact that has the address now.
     */
    private static AddressAccess former(FirmId firm, Email email, ItemBatch stored) {
        Principal principal = Principal.of(firm, email);
        return new AddressAccess(
                email,
                AddressItem.read(firm, stored.get(AddressItem.key(firm, principal))),
                AccountItem.read(stored.get(AccountItem.key(firm, principal))),
                AuthenticatorItem.read(stored.get(AuthenticatorItem.key(firm, principal))),
                0,
                null,
                AttemptCounters.NONE,
                null);
    }

    static @Nullable Invitation pending(@Nullable Invitation invitation, Address address, Instant now) {
        return invitation != null && invitation.isGood(address, now) ? invitation : null;
    }
}
