package dev.latchkey.erasure;

import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.mail.SentMail;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Decision;
import dev.latchkey.store.DescendingQuery;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Page;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes the items of a partition, of any kind, and what they point to. It can be repeated safely. */
final class Remains {

    private static final int MOST_WRITES = 100;
    /** The deletes of one transaction that also checks that the address is unused. */
    private static final int MOST_GUARDED = 50;

    private static final int MOST_LOOKED_AT = 1_000;

    /** Less and greater than every sort key. */
    private static final String FIRST = "!";

    private static final String LAST = "~";

    private static final Set<String> ONE_OF_MANY =
            Set.of("link", "session", "challenge", "message", "sign-up", "invitation", "reset", "on");

    private final Table table;

    Remains(Table table) {
        this.table = table;
    }

    /** All items of a partition. */
    List<Item> all(String partition) {
        return matching(partition, null, key -> true);
    }

    /** Deletes the items of a partition that pass the filter. */
    void delete(String partition, Predicate<Key> passes) {
        delete(matching(partition, null, passes));
    }

    /**
     * Deletes everything stored with an address, unless a contact in use has it. Every transaction checks that. Items
     * with one key per address, such as the account, are deleted together in the last transaction: a contact that gets
     * the address before keeps them, and one that gets it later starts without them.
     *
     * @return {@code false} if a contact has the address
     */
    boolean deleteUnused(FirmId firm, Principal address) {
        return table.decide(() -> decide(firm, address));
    }

    private Decision<Boolean> decide(FirmId firm, Principal address) {
        Key own = AddressItem.key(firm, address);
        List<Item> found = matching(own.pk(), null, key -> !key.equals(own));
        if (AddressItem.read(firm, table.read(own)).contactCount() > 0) {
            return Decision.answer(false);
        }
        List<Write> many = deletes(found.stream().filter(item -> isOneOfMany(item.key())));
        List<Write> early = many.subList(0, Math.max(0, many.size() - 1) / MOST_GUARDED * MOST_GUARDED);
        boolean overtaken = early.stream()
                .gather(Gatherers.windowFixed(MOST_GUARDED))
                .map(some -> table.commit(with(AddressItem.checkUnused(firm, address), some)))
                .anyMatch(commit -> commit == Commit.CONDITION_FAILED);
        if (overtaken) {
            return Decision.overtaken();
        }
        List<Write> last = new ArrayList<>(many.subList(early.size(), many.size()));
        last.addAll(deletes(found.stream().filter(item -> !isOneOfMany(item.key()))));
        return Decision.commit(with(AddressItem.removeUnused(firm, address), last), true);
    }

    private static List<Write> with(Write guard, List<Write> writes) {
        return Stream.concat(Stream.of(guard), writes.stream()).toList();
    }

    /** Its key has a random id, so no later owner of the address has the same key. */
    private static boolean isOneOfMany(Key key) {
        int mark = key.sk().indexOf('#');
        return mark > 0 && ONE_OF_MANY.contains(key.sk().substring(0, mark));
    }

    /** Deletes what is stored with an address and belongs to one of its contacts. */
    void deleteOf(ContactId contact, FirmId firm, Principal address) {
        String partition = AddressItem.key(firm, address).pk();
        delete(matching(partition, Condition.equal("contact", contact.value()), key -> true));
    }

    private List<Item> matching(String partition, @Nullable Condition filter, Predicate<Key> passes) {
        List<Item> found = new ArrayList<>();
        String after = null;
        do {
            Page page = table.read(new DescendingQuery(partition, FIRST, LAST, after, filter), MOST_LOOKED_AT);
            page.items().stream().filter(item -> passes.test(item.key())).forEach(found::add);
            after = page.next();
        } while (after != null);
        return found;
    }

    void delete(List<Item> items) {
        deletes(items.stream()).stream()
                .gather(Gatherers.windowFixed(MOST_WRITES))
                .forEach(table::commit);
    }

    private static List<Write> deletes(Stream<Item> items) {
        return items.map(Item::key)
                .flatMap(key -> Stream.concat(Stream.of(key), Stream.ofNullable(SentMail.pointedTo(key))))
                .map(Write::delete)
                .toList();
    }
}
