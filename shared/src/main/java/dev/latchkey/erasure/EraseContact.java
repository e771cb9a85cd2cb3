package dev.latchkey.erasure;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.EraseTrail;
import dev.latchkey.audit.ErasedPerson;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactEvent;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.contact.PendingErasure;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.SyncContact;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.Retention;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Erases a contact: its item, everything stored with it, and everything stored with those of its addresses that no
 * other contact in use has. Access ends first. Each step can be repeated and does only what is left to do, so the next
 * attempt finishes an interrupted one. The last step records that the erasure is done, also on the audit trail.
 */
public final class EraseContact {

    private final Table table;
    private final SyncContact contacts;
    private final EraseTrail trail;
    private final AuditTrail audit;
    private final Retention retention;
    private final Clock clock;
    private final Remains remains;
    private final FirmRemains ofFirm;

    public EraseContact(
            Table table, SyncContact contacts, EraseTrail trail, AuditTrail audit, Retention retention, Clock clock) {
        this.table = table;
        this.contacts = contacts;
        this.trail = trail;
        this.audit = audit;
        this.retention = retention;
        this.clock = clock;
        this.remains = new Remains(table);
        this.ofFirm = new FirmRemains(table);
    }

    /** {@code false} if there is nothing to do: it is done already, or a newer event of the contact came first. */
    public boolean erase(ContactEvent.Erased facts) {
        contacts.sync(facts);
        FirmId firm = facts.firm();
        PendingErasure pending =
                PendingErasure.underWay(firm, facts.id(), table.read(PendingErasure.keys(firm, facts.id())));
        if (pending == null) {
            return false;
        }
        List<Principal> theirs = deleteAddresses(pending);
        ofFirm.deleteMailTo(firm, facts.id(), theirs);
        List<Key> kept = PendingErasure.keys(firm, facts.id());
        remains.delete(kept.getFirst().pk(), key -> !kept.contains(key));
        ofFirm.deleteAnswersWith(firm, pending.words().toList());
        trail.erase(firm, new ErasedPerson(facts.id(), pending.pseudonym(), pending.subjects(), theirs));
        // Requests that were in progress when access ended may have written since.
        deleteAddresses(pending);
        remains.delete(kept.getFirst().pk(), key -> !kept.contains(key));
        return table.decide(() -> finish(pending));
    }

    /** Returns the addresses that no other contact has. */
    private List<Principal> deleteAddresses(PendingErasure pending) {
        List<Principal> theirs = pending.addresses().stream()
                .filter(address -> remains.deleteUnused(pending.firm(), address))
                .toList();
        pending.addresses().stream()
                .filter(address -> !theirs.contains(address))
                .forEach(address -> remains.deleteOf(pending.contact(), pending.firm(), address));
        return theirs;
    }

    /** {@code true} also if another attempt has finished it. */
    private Decision<Boolean> finish(PendingErasure pending) {
        FirmId firm = pending.firm();
        ContactId id = pending.contact();
        ItemBatch stored = table.read(PendingErasure.keys(firm, id));
        if (PendingErasure.underWay(firm, id, stored) == null) {
            return Decision.answer(true);
        }
        Item item = Objects.requireNonNull(stored.get(ContactItem.key(firm, id)));
        Contact contact = Objects.requireNonNull(ContactItem.read(firm, id, item));
        Instant now = clock.instant();
        return Decision.commit(
                List.of(
                        ContactItem.erased(contact, retention.endOfTombstone(now)),
                        pending.done(),
                        audit.record(ErasureEvent.of(
                                firm, AuditType.CONTACT_ERASED, Concerned.of(pending.pseudonym()), now))),
                true);
    }
}
