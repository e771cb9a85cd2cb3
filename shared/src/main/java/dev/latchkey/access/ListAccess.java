package dev.latchkey.access;

import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.Roll;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Slice;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists a firm's contacts in use, in the order of their ids, and tells of each what a look-up does. Which they are the roll
 * says, which may be a moment old; what is told of them is read consistently. Whoever goes on after a contact skips and
 * repeats none, whatever comes and goes. For a hundred contacts one Query, one batch, and one more batch for a hundred items
 * that are theirs, which are some nine a contact.
 */
public final class ListAccess {

    /** So many contacts are read together. */
    static final int AT_ONCE = 100;

    /** A page ends after so many, though fewer were wanted and found. */
    private static final int MOST_LOOKED_AT = 2_000;

    /** A page ends after so many addresses were read. */
    private static final int MOST_READ = 4_000;

    /** A page ends before it tells of so many addresses and of those who share them: a reply has its largest size. */
    private static final int MOST_TOLD = 5_000;

    /** A contact's own and that of its last link. */
    private static final int ITEMS_OF_ONE = 2;

    private final Table table;
    private final AccessReader reader;
    private final Clock clock;

    public ListAccess(Table table, Clock clock) {
        this.table = table;
        this.reader = new AccessReader(table);
        this.clock = clock;
    }

    /**
     * Gives one page; {@code null} of a firm that nobody told of. It may be shorter than wanted, and there is more all the same.
     *
     * @param status of those only; {@code null} for all
     * @param after the last contact of the page before; {@code null} for the beginning
     */
    public @Nullable AccessPage list(
            FirmId firmId, @Nullable AccessStatus status, int limit, @Nullable ContactId after) {
        Instant now = clock.instant();
        Firm firm = Firm.of(firmId, table.read(Firm.key(firmId)), now);
        return firm == null ? null : new Page(firm, status, limit, now).from(after);
    }

    /** One page while it is filled. */
    private final class Page {

        private final Firm firm;
        private final @Nullable AccessStatus status;
        private final int limit;
        private final Instant now;
        private final List<ContactAccess> found = new ArrayList<>();
        private int told;
        private int read;

        Page(Firm firm, @Nullable AccessStatus status, int limit, Instant now) {
            this.firm = firm;
            this.status = status;
            this.limit = limit;
            this.now = now;
        }

        AccessPage from(@Nullable ContactId after) {
            ContactId last = after;
            for (int looked = 0; looked < MOST_LOOKED_AT && read < MOST_READ; looked += AT_ONCE) {
                int most = status == null ? Math.min(AT_ONCE, limit + 1 - found.size()) : AT_ONCE;
                Slice slice = table.keys(Roll.contacts(firm.id(), last), most * ITEMS_OF_ONE);
                List<ContactId> ids = ids(slice);
                List<ContactId> some = ids.subList(0, Math.min(most, ids.size()));
                if (!take(contacts(some))) {
                    return new AccessPage(found, found.getLast().contact().id());
                }
                if (slice.next() == null && some.size() == ids.size()) {
                    return new AccessPage(found, null);
                }
                last = some.getLast();
            }
            return new AccessPage(found, last);
        }

        /** {@code false} once the page is full and one was left for the next. */
        private boolean take(List<Contact> contacts) {
            read += contacts.stream()
                    .mapToInt(contact -> contact.addresses().size())
                    .sum();
            for (ContactAccess access : reader.read(firm, contacts, now)) {
                if (status == null || access.status() == status) {
                    int size = size(access);
                    if (found.size() == limit || (!found.isEmpty() && told + size > MOST_TOLD)) {
                        return false;
                    }
                    told += size;
                    found.add(access);
                }
            }
            return true;
        }

        private List<Contact> contacts(List<ContactId> ids) {
            Snapshot stored = table.read(
                    ids.stream().map(id -> ContactItem.key(firm.id(), id)).toList());
            return ids.stream()
                    .map(id -> ContactItem.read(firm.id(), id, stored.get(ContactItem.key(firm.id(), id))))
                    .filter(Objects::nonNull)
                    .filter(Contact::isLive)
                    .toList();
        }
    }

    private static List<ContactId> ids(Slice slice) {
        return slice.items().stream()
                .map(item -> ContactItem.id(item.key()))
                .distinct()
                .toList();
    }

    private static int size(ContactAccess access) {
        AddressAccess main = access.main();
        int told = main == null ? 1 : 1 + main.address().contacts().size();
        return told
                + access.addresses().stream()
                        .mapToInt(address -> 1 + address.address().contacts().size())
                        .sum();
    }
}
