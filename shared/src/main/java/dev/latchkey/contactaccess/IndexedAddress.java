package dev.latchkey.contactaccess;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountItem;
import dev.latchkey.accountlink.Invitation;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.ContactSummary;
import dev.latchkey.contact.Email;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the client index has about one address. Items may come in any order. */
public final class IndexedAddress {

    private final List<ContactSummary> contacts = new ArrayList<>(1);
    private long count;
    private @Nullable Item address;
    private @Nullable Account account;
    private @Nullable Authenticator authenticator;
    private @Nullable Invitation invitation;
    private @Nullable Instant lockedUntil;

    /** Ignores unknown items. */
    public void take(Item item) {
        switch (item.key().sk()) {
            case "address" -> address = item;
            case "account" -> account = AccountItem.onRoll(item);
            case "authenticator" -> authenticator = AuthenticatorItem.fromIndex(item);
            case "invitation" -> invitation = Invitation.read(item);
            default -> takeAttempts(item);
        }
    }

    private void takeAttempts(Item item) {
        if (item.key().sk().startsWith("tries#")) {
            Instant end = AttemptBudget.lockedUntilOnRoll(item);
            lockedUntil = lockedUntil == null || end.isAfter(lockedUntil) ? end : lockedUntil;
        }
    }

    /** Adds a contact that has the address. To be called in the order of their ids. */
    public void join(ContactSummary contact) {
        count++;
        if (contacts.size() < Address.MOST_LISTED) {
            contacts.add(contact);
        }
    }

    public AddressAccess access(FirmId firm, Email email, Instant now) {
        Address known = AddressItem.fromIndex(firm, email, count, contacts, address);
        Instant end = lockedUntil != null && now.isBefore(lockedUntil) ? lockedUntil : null;
        return new AddressAccess(
                email,
                known,
                account,
                authenticator,
                0,
                AccessReader.pending(invitation, known, now),
                AttemptCounters.NONE,
                end);
    }

    /** The access at a former address of a contact. */
    public AddressAccess former(FirmId firm, Email email) {
        Address known = AddressItem.fromIndex(firm, email, count, contacts, address);
        return new AddressAccess(email, known, account, authenticator, 0, null, AttemptCounters.NONE, null);
    }
}
