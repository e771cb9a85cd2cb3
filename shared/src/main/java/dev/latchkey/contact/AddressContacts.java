package dev.latchkey.contact;

import dev.latchkey.contact.Address.Use;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Retention;
import dev.latchkey.store.Condition;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes which contacts have an address. The first {@link Address#MOST_LISTED} are listed in the address's own item, so
 * one read is enough for nearly every address. Each further contact has a row of its own. So an address on thousands of
 * contacts costs the same to add, remove and read as any other. When a listed contact leaves, one of the rows replaces
 * it.
 */
final class AddressContacts {

    private final FurtherContacts rows;
    private final Supplier<String> newId;
    private final Retention retention;

    /** @param newId makes random ids */
    AddressContacts(Table table, Supplier<String> newId, Retention retention) {
        this.rows = new FurtherContacts(table);
        this.newId = newId;
        this.retention = retention;
    }

    /** Adds an address to a contact; fails if another contact joined or left at the limit meanwhile. */
    List<Write> join(Address read, Email email, ContactSummary contact) {
        FirmId firm = read.firm();
        Use use = read.use();
        ItemUpdate joined = known(firm, email).increment(AddressItem.COUNT);
        if (use != null && use.count() >= Address.MOST_LISTED) {
            return List.of(
                    FurtherContacts.add(firm, email, contact),
                    Write.update(AddressItem.key(firm, email), joined, isFull()));
        }
        ItemUpdate listed = joined.set(name(contact.contact()), contact.text());
        if (use != null) {
            return List.of(Write.update(AddressItem.key(firm, email), listed, isCount(use.count())));
        }
        ItemUpdate first = listed.set(AddressItem.GENERATION, newId.get())
                .set(AddressItem.SUBJECT, contact.subject())
                .noTimeToLive();
        return List.of(Write.update(AddressItem.key(firm, email), first, AddressItem.isUnused()));
    }

    /** Updates how a contact is listed; no write if it is listed so already. */
    List<Write> relist(Address read, Email email, ContactSummary contact) {
        FirmId firm = read.firm();
        Optional<ContactSummary> here = listed(read, contact.contact());
        if (here.isEmpty()) {
            return List.of(FurtherContacts.replace(firm, email, contact));
        }
        boolean same = here.get().equals(contact) && email.equals(read.email());
        return same
                ? List.of()
                : List.of(Write.update(
                        AddressItem.key(firm, email),
                        known(firm, email).set(name(contact.contact()), contact.text()),
                        Condition.exists(name(contact.contact()))));
    }

    /**
     * Removes an address from a contact; fails if the contact doesn't have it any more. One Query if a row replaces it.
     */
    List<Write> leave(Address read, Email email, Contact contact, Instant now) {
        Use use = read.use();
        if (use == null || listed(read, contact.id()).isEmpty()) {
            return List.of(
                    FurtherContacts.remove(read.firm(), email, contact.id(), now),
                    Write.update(
                            AddressItem.key(read.firm(), email),
                            fewer(read.firm(), email),
                            Condition.more(AddressItem.COUNT, 0)));
        }
        Condition isListed = Condition.exists(name(contact.id()));
        ItemUpdate left = fewer(read.firm(), email).remove(name(contact.id()));
        if (use.count() > Address.MOST_LISTED) {
            return leave(read, email, left.set(AddressItem.SUBJECT, handedOn(use, contact)), isListed, now);
        }
        ItemUpdate rest = use.count() == 1
                ? left.remove(AddressItem.GENERATION)
                        .remove(AddressItem.SUBJECT)
                        .timeToLive(retention.endOfOrphan(now))
                : left.set(AddressItem.SUBJECT, handedOn(use, contact));
        return List.of(Write.update(AddressItem.key(read.firm(), email), rest, isListed.and(isCount(use.count()))));
    }

    /**
     * The first contact with a row replaces the one that leaves the item. Where there is no row any more, the item lists all who
     * are left. That is so for a full item only; the write loses where another contact joined since.
     */
    private List<Write> leave(Address read, Email email, ItemUpdate left, Condition isListed, Instant now) {
        FirmId firm = read.firm();
        List<Write> writes = new ArrayList<>();
        ItemUpdate rest = left;
        List<ContactSummary> further = rows.of(firm, email, 1);
        for (ContactSummary next : further) {
            writes.add(FurtherContacts.remove(firm, email, next.contact(), now));
            rest = rest.set(name(next.contact()), next.text());
        }
        writes.add(Write.update(
                AddressItem.key(firm, email),
                rest,
                isListed.and(further.isEmpty() ? isCount(Address.MOST_LISTED) : isOverfull())));
        return writes;
    }

    private static ItemUpdate fewer(FirmId firm, Email email) {
        return known(firm, email).decrement(AddressItem.COUNT);
    }

    /** The subject of the address after this contact left. */
    private static String handedOn(Use use, Contact leaving) {
        return !use.subject().equals(leaving.subject())
                ? use.subject()
                : use.listed().stream()
                        .filter(summary -> !summary.contact().equals(leaving.id()))
                        .map(ContactSummary::subject)
                        .findFirst()
                        .orElseThrow();
    }

    private static Optional<ContactSummary> listed(Address read, ContactId contact) {
        return read.contacts().stream()
                .filter(summary -> summary.contact().equals(contact))
                .findFirst();
    }

    private static ItemUpdate known(FirmId firm, Email email) {
        return ItemUpdate.none().set(AddressItem.EMAIL, email.address()).set(ClientIndex.INDEX, ClientIndex.of(firm));
    }

    private static String name(ContactId contact) {
        return AddressItem.ON + contact.value();
    }

    private static Condition isCount(long count) {
        return Condition.equal(AddressItem.COUNT, count);
    }

    private static Condition isFull() {
        return Condition.more(AddressItem.COUNT, Address.MOST_LISTED - 1);
    }

    private static Condition isOverfull() {
        return Condition.more(AddressItem.COUNT, Address.MOST_LISTED);
    }
}
