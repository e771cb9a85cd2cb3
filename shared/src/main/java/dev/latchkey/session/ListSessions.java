package dev.latchkey.session;

import dev.latchkey.session.SessionPage.Place;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the sessions of the caller's address that stand, newest first. One Query of the address's own partition. */
public final class ListSessions {

    private final Table table;
    private final Clock clock;

    public ListSessions(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Empty for a cursor that this caller was not given. */
    public Optional<SessionPage> list(LiveSession caller, int limit, @Nullable String cursor) {
        Session own = caller.session();
        Optional<Place> after = cursor == null ? Optional.empty() : Place.read(cursor, own);
        if (cursor != null && after.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Session> following = table.list(own.id().key(own.firm()).pk(), "session#").stream()
                .map(item -> SessionItem.read(own.firm(), idOf(own, item.key().sk()), item))
                .filter(session -> SessionRule.stands(
                        session, caller.firm(), caller.recipient(), own.bond().epoch(), now))
                .filter(session -> after.isEmpty() || after.get().isBefore(session))
                .sorted(SessionPage.ORDER)
                .toList();
        return Optional.of(SessionPage.of(following, limit, own));
    }

    private static SessionId idOf(Session own, String sortKey) {
        return new SessionId(own.id().holder(), sortKey.substring(sortKey.indexOf('#') + 1));
    }
}
