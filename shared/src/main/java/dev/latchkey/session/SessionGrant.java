package dev.latchkey.session;

import java.time.Instant;

/**
 * What lets a client in: handed out once, stored nowhere. Only {@link SessionIssuer} makes one.
 *
 * @param expiresIn seconds that the access token lasts
 * @param refreshExpiresAt the idle end, capped by the absolute one
 */
public record SessionGrant(
        Session session, String accessToken, long expiresIn, RefreshToken refreshToken, Instant refreshExpiresAt) {

    SessionGrant(Session session, AccessTokens.Minted access, RefreshToken refresh) {
        this(session, access.token(), access.expiresIn(), refresh, session.idleEnd());
    }

    /** Hides the tokens. */
    @Override
    public String toString() {
        return "SessionGrant[" + session.id().text() + "]";
    }
}
