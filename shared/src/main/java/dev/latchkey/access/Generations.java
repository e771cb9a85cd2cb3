package dev.latchkey.access;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Listed;
import dev.latchkey.crypto.Digest;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a deactivated address another generation on each contact that has it, so that what was mailed before is dead, also
 * once its owner is let in again. An address may stand on more contacts than a transaction holds, so they follow one by
 * one. The generation follows from the time of the deactivation: whoever finishes what broke off comes to the same.
 */
final class Generations {

    private static final int LENGTH = 22;

    private final Table table;

    Generations(Table table) {
        this.table = table;
    }

    /**
     * Renews them all, unless the owner was let in again, or kept out anew, meanwhile. One read of the address, one for a
     * hundred contacts, and one transaction for each that is behind.
     */
    void renew(FirmId firm, Email email, Instant deactivatedAt) {
        List<ContactId> contacts = contacts(firm, email, deactivatedAt);
        if (contacts.isEmpty()) {
            return;
        }
        Snapshot stored = table.read(
                contacts.stream().map(id -> ContactItem.key(firm, id)).toList());
        for (ContactId id : contacts) {
            Contact contact = ContactItem.read(firm, id, stored.get(ContactItem.key(firm, id)));
            if (renew(contact, email, deactivatedAt) == null) {
                Contention.resolve(() -> renewAgain(firm, id, email, deactivatedAt));
            }
        }
    }

    /** None where the address is not deactivated since just then. */
    private List<ContactId> contacts(FirmId firm, Email email, Instant deactivatedAt) {
        Address address = AddressItem.read(firm, table.read(AddressItem.key(firm, email)));
        return deactivatedAt.equals(address.deactivatedAt())
                ? address.contacts().stream()
                        .map(listed -> listed.standing().contact())
                        .toList()
                : List.of();
    }

    private static String generation(FirmId firm, Email email, ContactId contact, Instant deactivatedAt) {
        String all = String.join(
                "\n", Holder.of(firm, email).value(), contact.value(), Long.toString(deactivatedAt.toEpochMilli()));
        return Digest.sha256(all).substring(0, LENGTH);
    }

    private @Nullable Commit renewAgain(FirmId firm, ContactId id, Email email, Instant deactivatedAt) {
        return contacts(firm, email, deactivatedAt).contains(id)
                ? renew(ContactItem.read(firm, id, table.read(ContactItem.key(firm, id))), email, deactivatedAt)
                : Commit.DONE;
    }

    /** A contact that the address left, or that has the generation, needs none. */
    private @Nullable Commit renew(@Nullable Contact contact, Email email, Instant deactivatedAt) {
        if (contact == null) {
            return Commit.DONE;
        }
        String generation = generation(contact.firm(), email, contact.id(), deactivatedAt);
        if (!isBehind(contact, email, generation)) {
            return Commit.DONE;
        }
        Contact next = contact.withGeneration(email, generation);
        Listed listed = next.listedAt(next.address(email).orElseThrow());
        Commit commit = table.commit(List.of(
                ContactItem.replace(contact, next), AddressItem.list(contact.firm(), email, listed, deactivatedAt)));
        return commit == Commit.DONE ? commit : null;
    }

    private static boolean isBehind(Contact contact, Email email, String generation) {
        return contact.isLive()
                && contact.address(email)
                        .filter(address -> !address.generation().equals(generation))
                        .isPresent();
    }
}
