package dev.latchkey.session;

import dev.latchkey.crypto.NotBefore;
import dev.latchkey.session.SessionPage.Place;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the active sessions of the caller's address, newest first. One Query of the partition of the address. */
public final class ListSessions {

    private final ActiveSessions sessions;
    private final Clock clock;

    public ListSessions(Table table, NotBefore notBefore, Clock clock) {
        this.sessions = new ActiveSessions(table, notBefore);
        this.clock = clock;
    }

    /** Empty for a cursor that was not issued to this caller. */
    public Optional<SessionPage> list(ActiveSession caller, int limit, @Nullable String cursor) {
        Session own = caller.session();
        Optional<Place> after = cursor == null ? Optional.empty() : Place.read(cursor, own);
        if (cursor != null && after.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        long epoch = own.marker().epoch();
        List<Session> following =
                sessions
                        .of(
                                caller.firm(),
                                own.id().principal(),
                                caller.recipient().address(),
                                epoch,
                                now)
                        .stream()
                        .filter(session -> after.isEmpty() || after.get().isBefore(session))
                        .sorted(SessionPage.ORDER)
                        .toList();
        return Optional.of(SessionPage.of(following, limit, own));
    }
}
