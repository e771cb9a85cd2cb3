package dev.latchkey.session;

import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds sessions that are active, or only suspended, by {@link SessionPolicy}. One consistent read for each HTTP request, so that
 * logging out or removing an address takes effect at once.
 */
final class ActiveSessionFinder {

    /**
     * A session that has not ended.
     *
     * @param isActive whether it may be used; a suspended session can only be ended
     */
    record Kept(ActiveSession session, boolean isActive) {}

    private final Table table;
    private final NotBefore notBefore;

    ActiveSessionFinder(Table table, NotBefore notBefore) {
        this.table = table;
        this.notBefore = notBefore;
    }

    Optional<ActiveSession> find(FirmId firmId, SessionId id, Instant now) {
        return findKept(firmId, id, now).filter(Kept::isActive).map(Kept::session);
    }

    Optional<Kept> findKept(FirmId firmId, SessionId id, Instant now) {
        Key sessionKey = id.key(firmId);
        Key epochKey = SessionEpoch.key(firmId, id.principal());
        Key authenticatorKey = AuthenticatorItem.key(firmId, id.principal().address());
        List<Key> keys = new ArrayList<>(List.of(sessionKey, Firm.key(firmId), epochKey, authenticatorKey));
        keys.addAll(Recipient.keys(firmId, id.principal()));
        ItemBatch stored = table.read(keys);
        Item item = stored.get(sessionKey);
        Firm firm = Firm.read(firmId, stored, now);
        if (item == null || firm == null) {
            return Optional.empty();
        }
        Recipient recipient = Recipient.read(firmId, id.principal(), stored);
        Session session = SessionItem.read(firmId, id, item);
        boolean kept = SessionPolicy.isKept(session, firm, recipient, SessionEpoch.of(stored.get(epochKey)), now);
        if (!kept || notBefore.revokes(session.createdAt())) {
            return Optional.empty();
        }
        Authenticator authenticator = AuthenticatorItem.read(stored.get(authenticatorKey));
        ActiveSession active = new ActiveSession(session, firm, recipient, authenticator);
        return Optional.of(new Kept(active, SessionPolicy.isBound(session, recipient)));
    }
}
