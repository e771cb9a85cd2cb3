package dev.latchkey.contact;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the practice application says of a contact, in whatever order and however often it comes. The contact
 * and its standing at each of its addresses change in one transaction; where addresses leave a contact that stays in use,
 * they leave in one of its own before that, so that nothing that is taken on can keep them there.
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
        Instant now = clock.instant();
        Contact after = next.after(known, facts, now);
        if (after == null) {
            return Commit.DONE;
        }
        List<Write> leaving = known == null ? List.of() : leaving(known, after);
        if (known != null && after.isLive() && !leaving.isEmpty()) {
            commit(known, next.without(known, after, now), leaving);
            return null;
        }
        return commit(known, after, after.isLive() ? standing(after) : leaving);
    }

    /** {@code null} where somebody else's write came first. */
    private @Nullable Commit commit(@Nullable Contact known, Contact after, List<Write> more) {
        List<Write> writes = new ArrayList<>();
        writes.add(ContactItem.replace(known, after));
        writes.addAll(more);
        return table.commit(writes) == Commit.DONE ? Commit.DONE : null;
    }

    /** Out of every address that it stood at and does not any more. */
    private static List<Write> leaving(Contact known, Contact after) {
        if (!known.isLive()) {
            return List.of();
        }
        return known.addresses().stream()
                .filter(address ->
                        !after.isLive() || after.address(address.email()).isEmpty())
                .map(gone -> AddressItem.leave(known.firm(), gone.email(), known.id()))
                .toList();
    }

    /** Where it stood before, it is listed anew: its name may be another. */
    private static List<Write> standing(Contact after) {
        return after.addresses().stream()
                .map(here -> AddressItem.join(after.firm(), here.email(), after.listedAt(here)))
                .toList();
    }
}
