package dev.latchkey.access;

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
import dev.latchkey.store.Key;
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

    /** One read for a hundred, and one transaction for each that is behind. */
    void renew(FirmId firm, Email email, List<Listed> contacts, Instant deactivatedAt) {
        if (contacts.isEmpty()) {
            return;
        }
        List<Key> keys = contacts.stream()
                .map(one -> ContactItem.key(firm, one.standing().contact()))
                .toList();
        Snapshot stored = table.read(keys);
        for (Listed one : contacts) {
            ContactId id = one.standing().contact();
            Listed renewed = one.renewed(generation(firm, email, id, deactivatedAt));
            if (renew(ContactItem.read(firm, id, stored.get(ContactItem.key(firm, id))), email, renewed) == null) {
                Contention.resolve(() -> renewAgain(firm, email, renewed));
            }
        }
    }

    private static String generation(FirmId firm, Email email, ContactId contact, Instant deactivatedAt) {
        String all = String.join(
                "\n", Holder.of(firm, email).value(), contact.value(), Long.toString(deactivatedAt.toEpochMilli()));
        return Digest.sha256(all).substring(0, LENGTH);
    }

    private @Nullable Commit renewAgain(FirmId firm, Email email, Listed renewed) {
        ContactId id = renewed.standing().contact();
        return renew(ContactItem.read(firm, id, table.read(ContactItem.key(firm, id))), email, renewed);
    }

    /** A contact that the address left, or that has the generation, needs none. */
    private @Nullable Commit renew(@Nullable Contact contact, Email email, Listed renewed) {
        String generation = renewed.standing().generation();
        if (contact == null || !isBehind(contact, email, generation)) {
            return Commit.DONE;
        }
        Commit commit = table.commit(List.of(
                ContactItem.replace(contact, contact.withGeneration(email, generation)),
                AddressItem.list(contact.firm(), email, renewed)));
        return commit == Commit.DONE ? commit : null;
    }

    private static boolean isBehind(Contact contact, Email email, String generation) {
        return contact.isLive()
                && contact.address(email)
                        .filter(address -> !address.generation().equals(generation))
                        .isPresent();
    }
}
