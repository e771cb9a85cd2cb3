package dev.latchkey.session;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Ends a session by deleting it from the table: its tokens are invalid from the next request on. */
public final class EndSession {

    private final Table table;
    private final AuditTrail audit;
    private final Clock clock;

    public EndSession(Table table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** Logs the client out. It is no failure if the session has ended meanwhile. */
    public void logOut(ActiveSession active, RequestSource requestSource) {
        end(active, AuditType.SESSION_ENDED, requestSource, clock.instant());
    }

    /** Ignores a failed condition: it means that the session has ended already. */
    void end(ActiveSession active, AuditType type, RequestSource requestSource, Instant now) {
        Session session = active.session();
        Key key = session.id().key(session.firm());
        AuditEvent event = new AuditEvent(
                session.firm(),
                now,
                type,
                type == AuditType.SESSION_ENDED ? AuditEvent.Outcome.SUCCESS : AuditEvent.Outcome.REFUSED,
                new Actor(Actor.Kind.CLIENT, session.subject()),
                active.concerned(),
                requestSource,
                Map.of("session", session.id().text()));
        table.commit(List.of(Write.delete(key, Condition.present()), audit.record(event)));
    }
}
