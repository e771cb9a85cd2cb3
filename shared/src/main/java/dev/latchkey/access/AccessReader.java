package dev.latchkey.access;

import dev.latchkey.account.AccountItem;
import dev.latchkey.account.Invitation;
import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.AttemptBudget.Authenticator;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.magiclink.LastLink;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all that tells of a contact's access. One read more than that of the contact, whose addresses lead to the rest. */
final class AccessReader {

    private final Table table;

    AccessReader(Table table) {
        this.table = table;
    }

    ContactAccess read(Firm firm, Contact contact, Instant now) {
        Key lastLink = LastLink.key(firm.id(), contact.id());
        List<Key> keys = new ArrayList<>();
        contact.addresses().forEach(address -> keys.addAll(keys(firm.id(), address)));
        Snapshot stored = table.read(lastLink, keys.toArray(Key[]::new));
        List<AddressAccess> addresses = contact.addresses().stream()
                .map(address -> access(firm.id(), address, stored, now))
                .toList();
        return new ContactAccess(firm, contact, addresses, LastLink.read(stored.get(lastLink)));
    }

    private static List<Key> keys(FirmId firm, ContactAddress address) {
        Holder holder = Holder.of(firm, address.email());
        return List.of(
                AddressItem.key(firm, holder),
                AccountItem.key(firm, holder),
                Invitation.key(firm, holder),
                AttemptBudget.of(Authenticator.PASSWORD, firm, holder).key());
    }

    private static AddressAccess access(FirmId firm, ContactAddress address, Snapshot stored, Instant now) {
        Holder holder = Holder.of(firm, address.email());
        Key tries = AttemptBudget.of(Authenticator.PASSWORD, firm, holder).key();
        Address found = AddressItem.read(firm, stored.get(AddressItem.key(firm, holder)));
        Instant until = AttemptBudget.lockedUntil(stored.get(tries));
        return new AddressAccess(
                address.email(),
                found,
                AccountItem.read(stored.get(AccountItem.key(firm, holder))),
                pending(Invitation.read(stored.get(Invitation.key(firm, holder))), found, now),
                until == null || !now.isBefore(until) ? null : until);
    }

    private static @Nullable Invitation pending(@Nullable Invitation invitation, Address address, Instant now) {
        return invitation != null && invitation.isGood(address, now) ? invitation : null;
    }
}
