package dev.latchkey.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets a client in: handed out once, stored nowhere. Only {@link SessionIssuer} makes one.
 *
 * @param expiresIn seconds that the access token lasts
 * @param refreshExpiresAt the idle end, capped by the absolute one
 * @param refreshExpiresIn whole seconds until then, by the clock that issued the tokens
 * @param recoveryCodesLeft {@code null} where the address has no authenticator, and by a link of a contact alone
 */
public record TokenResponse(
        Session session,
        String accessToken,
        long expiresIn,
        RefreshToken refreshToken,
        Instant refreshExpiresAt,
        long refreshExpiresIn,
        @Nullable Integer recoveryCodesLeft) {

    TokenResponse(ActiveSession live, AccessTokens.Minted access, RefreshToken refresh, Instant now) {
        this(
                live.session(),
                access.token(),
                access.expiresIn(),
                refresh,
                live.session().idleEnd(),
                Math.max(1, Duration.between(now, live.session().idleEnd()).toSeconds()),
                live.authenticator() == null || !live.session().id().principal().isWithAddress()
                        ? null
                        : live.authenticator().codesLeft());
    }

    /** Hides the tokens. */
    @Override
    public String toString() {
        return "SessionGrant[" + session.id().text() + "]";
    }
}
