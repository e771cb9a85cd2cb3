package dev.latchkey.report;

import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contactaccess.AccessReader;
import dev.latchkey.contactaccess.AccessStatus;
import dev.latchkey.contactaccess.AddressAccess;
import dev.latchkey.contactaccess.ContactAccess;
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
 * Lists the access of a firm's contacts in use, in the order of their ids. The ids come from the client index, which is
 * eventually consistent. Each contact is then read consistently, and left out if it no longer matches. The next page
 * neither skips nor repeats a contact, whichever contacts are added or removed. A filter by status reads the whole
 * index, and then only contacts of that status. Costs one batch per 100 contacts, one batch per 100 of their items
 * (about nine per contact), and one Query; with a filter one Query per page of the index.
 */
public final class ListAccess {

    /** Contacts per batch. */
    private static final int AT_ONCE = 100;

    /** A page ends after this many addresses were read. */
    private static final int MOST_READ = 4_000;

    /** A page has at most this many addresses and contacts that share them, because a reply has a maximum size. */
    private static final int MOST_LISTED = 5_000;

    private final Table table;
    private final AccessReader reader;
    private final Clock clock;

    public ListAccess(Table table, Clock clock) {
        this.table = table;
        this.reader = new AccessReader(table);
        this.clock = clock;
    }

    /**
     * Gives one page; {@code null} if the firm is unknown. A page may be shorter than the limit although more pages
     * follow, but it is not empty then.
     *
     * @param status only contacts of this status; {@code null} for all
     * @param after the last contact of the previous page; {@code null} to start at the beginning
     */
    public @Nullable AccessPage list(
            FirmId firmId, @Nullable AccessStatus status, int limit, @Nullable ContactId after) {
        Instant now = clock.instant();
        Firm firm = Firm.of(firmId, table.read(Firm.key(firmId)), now);
        return firm == null ? null : new Page(firm, status, limit, now).from(after);
    }

    /** A page that is being filled. */
    private final class Page {

        private final Firm firm;
        private final @Nullable AccessStatus status;
        private final int limit;
        private final Instant now;
        private final List<ContactAccess> found = new ArrayList<>();
        private int listed;
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
            AccessReportBuilder report = new AccessReportBuilder(firm, now);
            table.each(ClientIndex.INDEX, ClientIndex.of(firm.id()), ClientIndex.FACTS, report::take);
            ArrayDeque<ContactId> ids = new ArrayDeque<>();
            report.each(access -> {
                ContactId id = access.contact().id();
                boolean comesNext = after == null || id.value().compareTo(after.value()) > 0;
                if (comesNext && access.status() == wanted) {
                    ids.add(id);
                }
            });
            return most -> first(ids, most);
        }

        /** {@code false} if the page is full and a contact remains for the next page. */
        private boolean take(List<Contact> contacts) {
            read += contacts.stream()
                    .mapToInt(contact -> contact.addresses().size())
                    .sum();
            for (ContactAccess access : reader.read(firm, contacts, now)) {
                if (status == null || access.status() == status) {
                    int size = size(access);
                    if (found.size() == limit || (!found.isEmpty() && listed + size > MOST_LISTED)) {
                        return false;
                    }
                    listed += size;
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
        int listed = main == null ? 1 : 1 + main.address().contacts().size();
        return listed
                + access.addresses().stream()
                        .mapToInt(address -> 1 + address.address().contacts().size())
                        .sum();
    }
}
