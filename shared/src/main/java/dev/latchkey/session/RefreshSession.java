package dev.latchkey.session;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trades a refresh token for its successor, RFC 9700 section 4.14. The tokens are signed before the old one is spent,
 * so an outage of KMS costs the client nothing however long it lasts.
 */
public final class RefreshSession {

    private final Table table;
    private final LiveSessions sessions;
    private final SessionIssuer issuer;
    private final EndSession ending;
    private final Clock clock;

    public RefreshSession(Table table, SessionIssuer issuer, AuditTrail audit, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.sessions = new LiveSessions(table, notBefore);
        this.issuer = issuer;
        this.ending = new EndSession(table, audit, clock);
        this.clock = clock;
    }

    public Refreshment refresh(RefreshToken token, Origin origin) {
        return table.resolve(() -> refreshOnce(token, origin));
    }

    private @Nullable Refreshment refreshOnce(RefreshToken token, Origin origin) {
        Instant now = clock.instant();
        LiveSessions.Kept found =
                sessions.findKept(token.firm(), token.session(), now).orElse(null);
        if (found == null) {
            return new Refreshment.Refused();
        }
        LiveSession live = found.session();
        RefreshVerdict verdict = RefreshVerdict.on(token, live.session(), now);
        if (!found.stands() && verdict != RefreshVerdict.REUSED) {
            return new Refreshment.Refused();
        }
        return switch (verdict) {
            case CURRENT -> rotate(live, token, now);
            case JUST_SPENT -> new Refreshment.Refreshed(issuer.grant(live, token.familySecret(), now));
            case REUSED -> {
                ending.end(live, AuditType.SESSION_REFRESH_REUSED, origin);
                yield new Refreshment.Reused();
            }
            case FOREIGN -> new Refreshment.Refused();
        };
    }

    private @Nullable Refreshment rotate(LiveSession live, RefreshToken token, Instant now) {
        LiveSession next = live.with(live.session().rotated(now));
        SessionGrant grant = issuer.grant(next, token.familySecret(), now);
        Commit commit = table.commit(List.of(SessionItem.rotate(live.session(), now)));
        return commit == Commit.DONE ? new Refreshment.Refreshed(grant) : null;
    }
}
