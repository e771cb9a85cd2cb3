package dev.latchkey.session;

import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.ContactItem;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * The one place that judges whether a session stands: it is there, has not ended, and the address it was opened for is
 * still on the contact. One consistent read, at every request, so that logging out or taking an address away takes
 * effect at once.
 */
final class LiveSessions {

    private final Table table;

    LiveSessions(Table table) {
        this.table = table;
    }

    Optional<LiveSession> find(FirmId firmId, SessionId id, Instant now) {
        Optional<ContactId> holder = id.holder().contact();
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        Key sessionKey = id.key(firmId);
        Key contactKey = ContactItem.key(firmId, holder.get());
        Snapshot stored = table.read(sessionKey, Firm.key(firmId), contactKey);
        Item item = stored.get(sessionKey);
        Firm firm = Firm.of(firmId, stored.get(Firm.key(firmId)));
        Contact contact = ContactItem.read(firmId, holder.get(), stored.get(contactKey));
        if (item == null || firm == null || contact == null) {
            return Optional.empty();
        }
        Session session = SessionItem.read(firmId, id, item);
        boolean stands = session.hasNotEnded(now) && contact.honours(session.generation());
        return stands ? Optional.of(new LiveSession(session, firm, contact)) : Optional.empty();
    }
}
