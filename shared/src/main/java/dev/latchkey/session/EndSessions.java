package dev.latchkey.session;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A client ends one of their sessions, or all of them including this one. */
public final class EndSessions {

    private final Table table;
    private final AuditTrail audit;
    private final Clock clock;

    public EndSessions(Table table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ends all sessions and challenges of the caller's address. */
    public void endAll(ActiveSession caller, RequestSource requestSource) {
        Session own = caller.session();
        table.commit(List.of(
                SessionEpoch.endAll(own.firm(), own.id().principal()),
                audit.record(event(caller, Map.of("sessions", "all"), requestSource, clock.instant()))));
    }

    /** False if the caller has no such active session. */
    public boolean end(ActiveSession caller, SessionId id, RequestSource requestSource) {
        Session own = caller.session();
        if (!id.key(own.firm()).pk().equals(own.id().key(own.firm()).pk())) {
            return false;
        }
        Instant now = clock.instant();
        Condition active =
                SessionItem.alive(now).and(Condition.equal("epoch", own.marker().epoch()));
        return table.commit(List.of(
                        Write.delete(id.key(own.firm()), active),
                        audit.record(event(caller, Map.of("session", id.text()), requestSource, now))))
                == Commit.DONE;
    }

    private AuditEvent event(
            ActiveSession caller, Map<String, String> detail, RequestSource requestSource, Instant now) {
        Session own = caller.session();
        return new AuditEvent(
                own.firm(),
                now,
                AuditType.SESSION_ENDED,
                AuditEvent.Outcome.SUCCESS,
                new Actor(Actor.Kind.CLIENT, own.subject()),
                caller.concerned(),
                requestSource,
                detail);
    }
}
