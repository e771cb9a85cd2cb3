package dev.latchkey.contact;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.DeletedFirm;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Retention;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Decision;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies the practice application's events about contacts, in whatever order and however often they come. The contact
 * and its listing on each of its addresses change in one transaction. If addresses leave a contact that stays in use,
 * they leave first, in transactions of their own, so that a failure to add an address can't keep them there.
 */
public final class SyncContact {

    /** Each takes up to three writes, and the contact two: within the hundred of a transaction. */
    private static final int MOST_LEAVING = 30;

    private final Table table;
    private final ContactUpdate update;
    private final AddressContacts addressContacts;
    private final Randomness randomness;
    private final Retention retention;
    private final Clock clock;

    public SyncContact(Table table, Randomness randomness, Retention retention, Clock clock) {
        this.table = table;
        this.update = new ContactUpdate(randomness::id);
        this.addressContacts = new AddressContacts(table, randomness::id, retention);
        this.randomness = randomness;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Applies the event unless it, or a newer one, was applied already. Events of a deleted firm are dropped.
     *
     * @throws StoreUnavailable while the contact is being erased and the event is newer: it is applied after that
     */
    public void sync(ContactEvent event) {
        table.decide(() -> decide(event));
    }

    private Decision<Commit> decide(ContactEvent event) {
        FirmId firm = event.firm();
        Key key = ContactItem.key(firm, event.id());
        Key erasure = PendingErasure.key(firm, event.id());
        ItemBatch stored = table.read(key, Firm.key(firm), erasure);
        Contact known = ContactItem.read(firm, event.id(), stored.get(key));
        Instant now = clock.instant();
        Contact after = update.after(known, event, now);
        if (after == null || DeletedFirm.of(firm, stored.get(Firm.key(firm))) != null) {
            return Decision.answer(Commit.DONE);
        }
        if (event instanceof ContactEvent.Erased) {
            PendingErasure noted = PendingErasure.read(firm, event.id(), stored.get(erasure));
            return sync(
                    known, after, List.of(PendingErasure.note(firm, event.id(), known, noted, randomness::id)), now);
        }
        if (known != null && known.state() == Contact.State.ERASING) {
            throw new StoreUnavailable("the contact is being erased");
        }
        return sync(known, after, List.of(), now);
    }

    /** @param noted writes that go with every transaction */
    private Decision<Commit> sync(@Nullable Contact known, Contact after, List<Write> noted, Instant now) {
        List<ContactAddress> leaving = leaving(known, after);
        boolean byThemselves = after.isLive() ? !leaving.isEmpty() : leaving.size() > MOST_LEAVING;
        if (known != null && byThemselves) {
            List<ContactAddress> some = leaving.subList(0, Math.min(MOST_LEAVING, leaving.size()));
            table.commit(
                    writes(known, ContactUpdate.without(some, known, after, now), noted, left(known, some, now), now));
            return Decision.overtaken();
        }
        List<Write> places = after.isLive() ? listing(known, after) : left(known, leaving, now);
        return Decision.commit(writes(known, after, noted, places, now), Commit.DONE);
    }

    private List<Write> writes(
            @Nullable Contact known, Contact after, List<Write> noted, List<Write> places, Instant now) {
        List<Write> writes = new ArrayList<>(noted);
        writes.add(ContactItem.replace(known, after, retention.endOfTombstone(now)));
        writes.addAll(places);
        return writes;
    }

    /** The addresses that leave the contact. */
    private static List<ContactAddress> leaving(@Nullable Contact known, Contact after) {
        if (known == null || !known.isLive()) {
            return List.of();
        }
        return known.addresses().stream()
                .filter(address ->
                        !after.isLive() || after.address(address.email()).isEmpty())
                .toList();
    }

    private List<Write> left(@Nullable Contact known, List<ContactAddress> leaving, Instant now) {
        if (known == null || leaving.isEmpty()) {
            return List.of();
        }
        ItemBatch stored = addresses(known.firm(), leaving);
        return leaving.stream()
                .flatMap(gone ->
                        addressContacts.leave(address(known.firm(), gone, stored), gone.email(), known, now).stream())
                .toList();
    }

    /** An address that stays is listed again: the contact's name may have changed. */
    private List<Write> listing(@Nullable Contact known, Contact after) {
        ItemBatch stored = addresses(after.firm(), after.addresses());
        List<Write> writes = new ArrayList<>();
        for (ContactAddress here : after.addresses()) {
            Address address = address(after.firm(), here, stored);
            boolean wasListed = known != null
                    && known.isLive()
                    && known.address(here.email()).isPresent();
            writes.addAll(
                    wasListed
                            ? addressContacts.relist(address, here.email(), after.summary())
                            : addressContacts.join(address, here.email(), after.summary()));
        }
        return writes;
    }

    private ItemBatch addresses(FirmId firm, List<ContactAddress> addresses) {
        Set<Key> keys = new LinkedHashSet<>();
        addresses.forEach(address -> keys.add(AddressItem.key(firm, address.email())));
        return table.read(List.copyOf(keys));
    }

    private static Address address(FirmId firm, ContactAddress one, ItemBatch stored) {
        return AddressItem.read(firm, stored.get(AddressItem.key(firm, one.email())));
    }
}
