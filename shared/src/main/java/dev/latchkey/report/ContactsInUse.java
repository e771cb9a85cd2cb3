package dev.latchkey.report;

import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Page;
import dev.latchkey.store.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All contacts in use, read from the client index on demand. Archived and deleted contacts are skipped. */
final class ContactsInUse implements Candidates {

    /** The contact's item and the item of its last link. */
    private static final int ITEMS_OF_ONE = 2;

    /** Items per call after a call that found no contact in use. */
    private static final int MANY = 5_000;

    private final Table table;
    private final FirmId firm;
    private @Nullable ContactId last;
    private boolean over;

    /** @param after only contacts after this one */
    ContactsInUse(Table table, FirmId firm, @Nullable ContactId after) {
        this.table = table;
        this.firm = firm;
        this.last = after;
    }

    @Override
    public List<ContactId> next(int most) {
        List<ContactId> some = List.of();
        int items = most * ITEMS_OF_ONE;
        while (some.isEmpty() && !over) {
            some = read(items, most);
            items = MANY;
        }
        return some;
    }

    private List<ContactId> read(int items, int most) {
        Page page = table.read(ClientIndex.contacts(firm, last), List.of(ContactItem.STATE), items);
        List<ContactId> seen = ids(page);
        Set<ContactId> notInUse = page.items().stream()
                .filter(ContactItem::isNotInUse)
                .map(item -> ContactItem.id(item.key()))
                .collect(Collectors.toSet());
        List<ContactId> inUse =
                seen.stream().filter(id -> !notInUse.contains(id)).toList();
        List<ContactId> some = inUse.subList(0, Math.min(most, inUse.size()));
        boolean all = some.size() == inUse.size();
        over = all && page.next() == null;
        if (!over) {
            last = all ? seen.getLast() : some.getLast();
        }
        return some;
    }

    private static List<ContactId> ids(Page page) {
        return page.items().stream()
                .map(Item::key)
                .map(ContactItem::id)
                .distinct()
                .toList();
    }
}
