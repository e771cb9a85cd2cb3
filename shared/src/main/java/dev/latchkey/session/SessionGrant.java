package dev.latchkey.session;

import java.time.Duration;
import java.time.Instant;

/**
 * What lets a client in: handed out once, stored nowhere. Only {@link SessionIssuer} makes one.
 *
 * @param expiresIn seconds that the access token lasts
 * @param refreshExpiresAt the idle end, capped by the absolute one
 * @param refreshExpiresIn whole seconds until then, by the clock that issued the tokens
 */
public record SessionGrant(
        Session session,
        String accessToken,
        long expiresIn,
        RefreshToken refreshToken,
        Instant refreshExpiresAt,
        long refreshExpiresIn) {

    SessionGrant(Session session, AccessTokens.Minted access, RefreshToken refresh, Instant now) {
        this(
                session,
                access.token(),
                access.expiresIn(),
                refresh,
                session.idleEnd(),
                Math.max(1, Duration.between(now, session.idleEnd()).toSeconds()));
    }

    /** Hides the tokens. */
    @Override
    public String toString() {
        return "SessionGrant[" + session.id().text() + "]";
    }
}
