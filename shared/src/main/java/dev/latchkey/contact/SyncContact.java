package dev.latchkey.contact;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the practice application says of a contact, in whatever order and however often it comes. The contact
 * and its standing at each of its addresses change in one transaction.
 */
public final class SyncContact {

    private final Table table;
    private final NextContact next;
    private final Clock clock;

    public SyncContact(Table table, Randomness randomness, Clock clock) {
        this.table = table;
        this.next = new NextContact(randomness::id);
        this.clock = clock;
    }

    public void sync(ContactFacts facts) {
        Contention.resolve(() -> syncOnce(facts));
    }

    private @Nullable Commit syncOnce(ContactFacts facts) {
        Key key = ContactItem.key(facts.firm(), facts.id());
        Contact known = ContactItem.read(facts.firm(), facts.id(), table.read(key));
        Contact after = next.after(known, facts, clock.instant());
        if (after == null) {
            return Commit.DONE;
        }
        List<Write> writes = new ArrayList<>();
        writes.add(ContactItem.replace(known, after));
        writes.addAll(standings(known, after));
        return table.commit(writes) == Commit.DONE ? Commit.DONE : null;
    }

    /** Where it stood before, it is listed anew: its name may be another. */
    private static List<Write> standings(@Nullable Contact known, Contact after) {
        List<Write> writes = new ArrayList<>();
        if (known != null && known.isLive()) {
            known.addresses().stream()
                    .filter(address ->
                            !after.isLive() || after.address(address.email()).isEmpty())
                    .forEach(gone -> writes.add(AddressItem.leave(known.firm(), gone.email(), known.id())));
        }
        if (after.isLive()) {
            after.addresses()
                    .forEach(here -> writes.add(AddressItem.join(after.firm(), here.email(), after.listedAt(here))));
        }
        return writes;
    }
}
