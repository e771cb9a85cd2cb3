package dev.latchkey.session;

import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Rotates a refresh token, RFC 9700 section 4.14. The new tokens are signed before the old one is spent, so the client loses
 * nothing in an outage of KMS.
 */
public final class RefreshSession {

    private final Table table;
    private final ActiveSessionFinder sessions;
    private final SessionIssuer issuer;
    private final EndSession ending;
    private final Clock clock;

    public RefreshSession(Table table, SessionIssuer issuer, AuditTrail audit, NotBefore notBefore, Clock clock) {
        this.table = table;
        this.sessions = new ActiveSessionFinder(table, notBefore);
        this.issuer = issuer;
        this.ending = new EndSession(table, audit, clock);
        this.clock = clock;
    }

    public RefreshOutcome refresh(RefreshToken token, RequestSource requestSource) {
        return table.decide(() -> decide(token, requestSource));
    }

    private Decision<RefreshOutcome> decide(RefreshToken token, RequestSource requestSource) {
        Instant now = clock.instant();
        ActiveSessionFinder.Kept found =
                sessions.findKept(token.firm(), token.session(), now).orElse(null);
        if (found == null) {
            return Decision.answer(new RefreshOutcome.Refused());
        }
        ActiveSession active = found.session();
        RefreshTokenStatus status = RefreshTokenStatus.on(token, active.session(), now);
        if (!found.isActive() && status != RefreshTokenStatus.REUSED) {
            return Decision.answer(new RefreshOutcome.Refused());
        }
        return switch (status) {
            case CURRENT -> rotate(active, token, now);
            case JUST_SPENT ->
                Decision.answer(new RefreshOutcome.Refreshed(issuer.grant(active, token.familySecret(), now)));
            case REUSED -> {
                ending.end(active, AuditType.SESSION_REFRESH_REUSED, requestSource, now);
                yield Decision.answer(new RefreshOutcome.Reused());
            }
            case FOREIGN -> Decision.answer(new RefreshOutcome.Refused());
        };
    }

    private Decision<RefreshOutcome> rotate(ActiveSession active, RefreshToken token, Instant now) {
        ActiveSession next = active.with(active.session().rotated(now));
        TokenResponse grant = issuer.grant(next, token.familySecret(), now);
        return Decision.commit(List.of(SessionItem.rotate(active.session(), now)), new RefreshOutcome.Refreshed(grant));
    }
}
