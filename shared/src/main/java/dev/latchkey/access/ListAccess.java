package dev.latchkey.access;

import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists a firm's contacts in use, in the order of their ids, and tells of each what a look-up does. Which they are the roll
 * says, which may be a moment old; what is told of them is read consistently, and none is told of who isn't what is wanted
 * by then. Whoever goes on after a contact skips and repeats none, whatever comes and goes. Those of one status are found
 * by going through the whole roll, so that no other is read. For a hundred contacts one batch, and one more for a hundred
 * items that are theirs, which are some nine a contact; and as many Queries as the roll has pages, or one where no status
 * is wanted.
 */
public final class ListAccess {

    /** So many contacts are read together. */
    private static final int AT_ONCE = 100;

    /** A page ends after so many addresses were read. */
    private static final int MOST_READ = 4_000;

    /** A page ends before it tells of so many addresses and of those who share them: a reply has its largest size. */
    private static final int MOST_TOLD = 5_000;

    private final Table table;
    private final AccessReader reader;
    private final Clock clock;

    public ListAccess(Table table, Clock clock) {
        this.table = table;
        this.reader = new AccessReader(table);
        this.clock = clock;
    }

    /**
     * Gives one page; {@code null} of a firm that nobody told of. It may be shorter than wanted, and there is more all the same;
     * where there is more it is not empty.
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
            Candidates candidates =
                    status == null ? new ContactsInUse(table, firm.id(), after) : ofStatus(status, after);
            ContactId last = after;
            while (read < MOST_READ || found.isEmpty()) {
                List<ContactId> some = candidates.next(Math.min(AT_ONCE, limit + 1 - found.size()));
                if (some.isEmpty()) {
                    return new AccessPage(found, null);
                }
                if (!take(contacts(some))) {
                    return new AccessPage(found, found.getLast().contact().id());
                }
                last = some.getLast();
            }
            return new AccessPage(found, last);
        }

        private Candidates ofStatus(AccessStatus wanted, @Nullable ContactId after) {
            AccessReportBuilder roll = new AccessReportBuilder(firm, now);
            table.each(ClientIndex.INDEX, ClientIndex.of(firm.id()), ClientIndex.FACTS, roll::take);
            ArrayDeque<ContactId> ids = new ArrayDeque<>();
            roll.each(access -> {
                ContactId id = access.contact().id();
                boolean comesNext = after == null || id.value().compareTo(after.value()) > 0;
                if (comesNext && access.status() == wanted) {
                    ids.add(id);
                }
            });
            return most -> first(ids, most);
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
            ItemBatch stored = table.read(
                    ids.stream().map(id -> ContactItem.key(firm.id(), id)).toList());
            return ids.stream()
                    .map(id -> ContactItem.read(firm.id(), id, stored.get(ContactItem.key(firm.id(), id))))
                    .filter(Objects::nonNull)
                    .filter(Contact::isLive)
                    .toList();
        }
    }

    private static List<ContactId> first(ArrayDeque<ContactId> ids, int most) {
        List<ContactId> first = new ArrayList<>();
        while (first.size() < most && !ids.isEmpty()) {
            first.add(ids.remove());
        }
        return first;
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
