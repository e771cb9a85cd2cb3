package dev.latchkey.session;

import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.firm.Firm;
import dev.latchkey.store.Table;
import java.time.Instant;
import java.util.List;

/** The sessions kept with an address that stand, by {@link SessionRule}. One Query of the address's own partition. */
public final class StandingSessions {

    private static final String SORT = "session#";

    private final Table table;
    private final NotBefore notBefore;

    public StandingSessions(Table table, NotBefore notBefore) {
        this.table = table;
        this.notBefore = notBefore;
    }

    public List<Session> of(Firm firm, Holder holder, Recipient recipient, long epoch, Instant now) {
        String partition = SessionEpoch.key(firm.id(), holder).pk();
        return table.list(partition, SORT).stream()
                .map(item -> SessionItem.read(
                        firm.id(), new SessionId(holder, item.key().sk().substring(SORT.length())), item))
                .filter(session -> !notBefore.revokes(session.createdAt()))
                .filter(session -> SessionRule.stands(session, firm, recipient, epoch, now))
                .toList();
    }
}
