package dev.latchkey.contact;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the practice application says of a contact, in whatever order and however often it comes. The contact and
 * its rows under each of its addresses change in one transaction.
 */
public final class SyncContact {

    private final Table table;
    private final NextContact next;

    public SyncContact(Table table, Randomness randomness) {
        this.table = table;
        this.next = new NextContact(randomness::id);
    }

    public void sync(ContactFacts facts) {
        Contention.resolve(() -> syncOnce(facts));
    }

    private @Nullable Commit syncOnce(ContactFacts facts) {
        Key key = ContactItem.key(facts.firm(), facts.id());
        Contact known = ContactItem.read(facts.firm(), facts.id(), table.read(key));
        Contact after = next.after(known, facts);
        if (after == null) {
            return Commit.DONE;
        }
        Condition unchanged = known == null ? Condition.absent() : Condition.equal("version", known.version());
        List<Write> writes = new ArrayList<>();
        writes.add(Write.put(ContactItem.write(after), unchanged));
        if (known != null) {
            known.addresses().stream()
                    .filter(address -> after.address(address.email()).isEmpty())
                    .forEach(gone -> writes.add(Write.delete(rowKey(known, gone))));
        }
        after.addresses().forEach(address -> writes.add(Write.overwrite(row(after, address))));
        return table.commit(writes) == Commit.DONE ? Commit.DONE : null;
    }

    private static Item row(Contact contact, ContactAddress address) {
        return Item.at(rowKey(contact, address))
                .text("contactId", contact.id().value())
                .text("standing", contact.standing().name())
                .text("type", contact.type().name())
                .text("name", contact.name())
                .build();
    }

    private static Key rowKey(Contact contact, ContactAddress address) {
        return Holder.of(contact.firm(), address.email())
                .key(contact.firm(), "contact", contact.id().value());
    }
}
