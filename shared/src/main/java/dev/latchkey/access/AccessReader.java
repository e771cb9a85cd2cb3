package dev.latchkey.access;

import dev.latchkey.account.AccountItem;
import dev.latchkey.account.Invitation;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.magiclink.LastLink;
import dev.latchkey.session.SessionEpoch;
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
        List<Key> keys = new ArrayList<>(List.of(
                AddressItem.key(firm, holder),
                AccountItem.key(firm, holder),
                AuthenticatorItem.key(firm, holder),
                SessionEpoch.key(firm, holder),
                Invitation.key(firm, holder)));
        CountedTries.budgets(firm, holder).forEach(budget -> keys.add(budget.key()));
        return keys;
    }

    private static AddressAccess access(FirmId firm, ContactAddress address, Snapshot stored, Instant now) {
        Holder holder = Holder.of(firm, address.email());
        Address found = AddressItem.read(firm, stored.get(AddressItem.key(firm, holder)));
        CountedTries tries = CountedTries.read(firm, holder, stored);
        return new AddressAccess(
                address.email(),
                found,
                AccountItem.read(stored.get(AccountItem.key(firm, holder))),
                AuthenticatorItem.read(stored.get(AuthenticatorItem.key(firm, holder))),
                SessionEpoch.of(stored.get(SessionEpoch.key(firm, holder))),
                pending(Invitation.read(stored.get(Invitation.key(firm, holder))), found, now),
                tries,
                tries.lockedUntil(now));
    }

    private static @Nullable Invitation pending(@Nullable Invitation invitation, Address address, Instant now) {
        return invitation != null && invitation.isGood(address, now) ? invitation : null;
    }
}
