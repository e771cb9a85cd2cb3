package dev.latchkey.session;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Origin;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Logs a client out who shows a refresh token and no access token. The token is judged as at a refresh, so that a copied
 * one gives itself away here too.
 */
public final class LogOutByToken {

    private final LiveSessions sessions;
    private final EndSession ending;
    private final Clock clock;

    public LogOutByToken(Table table, AuditTrail audit, NotBefore notBefore, Clock clock) {
        this.sessions = new LiveSessions(table, notBefore);
        this.ending = new EndSession(table, audit, clock);
        this.clock = clock;
    }

    /**
     * Ends the session of the token.
     *
     * @param token empty for one that cannot be ours
     */
    public Logout logOut(Optional<RefreshToken> token, Origin origin) {
        Instant now = clock.instant();
        return token.flatMap(known -> sessions.findKept(known.firm(), known.session(), now)
                        .map(LiveSessions.Kept::session)
                        .map(live -> end(live, RefreshVerdict.on(known, live.session(), now), origin)))
                .orElseGet(Logout.Refused::new);
    }

    private Logout end(LiveSession live, RefreshVerdict verdict, Origin origin) {
        return switch (verdict) {
            case CURRENT, JUST_SPENT -> {
                ending.logOut(live, origin);
                yield new Logout.LoggedOut();
            }
            case REUSED -> {
                ending.end(live, AuditType.SESSION_REFRESH_REUSED, origin);
                yield new Logout.Reused();
            }
            case FOREIGN -> new Logout.Refused();
        };
    }
}
