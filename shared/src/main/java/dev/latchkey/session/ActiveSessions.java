package dev.latchkey.session;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.firm.Firm;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import java.time.Instant;
import java.util.List;

/** The active sessions of an address, by {@link SessionPolicy}. One Query of the partition of the address. */
public final class ActiveSessions {

    private static final String SORT = "session#";

    private final Table table;
    private final NotBefore notBefore;

    public ActiveSessions(Table table, NotBefore notBefore) {
        this.table = table;
        this.notBefore = notBefore;
    }

    public List<Session> of(Firm firm, Principal principal, Address address, long epoch, Instant now) {
        String partition = SessionEpoch.key(firm.id(), principal).pk();
        return table.list(partition, SORT).stream()
                .map(item -> SessionItem.read(firm.id(), id(principal, item), item))
                .filter(session -> !notBefore.revokes(session.createdAt()))
                .filter(session -> SessionPolicy.isActiveAtAddress(session, firm, address, epoch, now))
                .toList();
    }

    private static SessionId id(Principal address, Item item) {
        return SessionItem.id(address, item, item.key().sk().substring(SORT.length()));
    }
}
