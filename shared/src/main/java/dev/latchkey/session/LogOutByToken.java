package dev.latchkey.session;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Logs a client out by a refresh token, without an access token. The token is judged as in a refresh, so that reuse is
 * detected here too.
 */
public final class LogOutByToken {

    private final ActiveSessionFinder sessions;
    private final EndSession ending;
    private final Clock clock;

    public LogOutByToken(Table table, AuditTrail audit, NotBefore notBefore, Clock clock) {
        this.sessions = new ActiveSessionFinder(table, notBefore);
        this.ending = new EndSession(table, audit, clock);
        this.clock = clock;
    }

    /**
     * Ends the session of the token.
     *
     * @param token empty for text that is no refresh token
     */
    public LogoutOutcome logOut(Optional<RefreshToken> token, RequestSource requestSource) {
        Instant now = clock.instant();
        return token.flatMap(known -> sessions.findKept(known.firm(), known.session(), now)
                        .map(ActiveSessionFinder.Kept::session)
                        .map(active ->
                                end(active, RefreshTokenStatus.on(known, active.session(), now), requestSource, now)))
                .orElseGet(LogoutOutcome.Refused::new);
    }

    private LogoutOutcome end(
            ActiveSession active, RefreshTokenStatus status, RequestSource requestSource, Instant now) {
        return switch (status) {
            case CURRENT, JUST_SPENT -> {
                ending.end(active, AuditType.SESSION_ENDED, requestSource, now);
                yield new LogoutOutcome.LoggedOut();
            }
            case REUSED -> {
                ending.end(active, AuditType.SESSION_REFRESH_REUSED, requestSource, now);
                yield new LogoutOutcome.Reused();
            }
            case FOREIGN -> new LogoutOutcome.Refused();
        };
    }
}
