package dev.latchkey.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a session, returned once and stored nowhere. Only {@link SessionIssuer} makes one.
 *
 * @param expiresIn seconds that the access token lasts
 * @param refreshExpiresAt the idle end, capped by the absolute one
 * @param refreshExpiresIn whole seconds until then, by the clock that issued the tokens
 * @param recoveryCodesLeft {@code null} where the address has no authenticator, and for a session of one contact
 */
public record TokenResponse(
        Session session,
        String accessToken,
        long expiresIn,
        RefreshToken refreshToken,
        Instant refreshExpiresAt,
        long refreshExpiresIn,
        @Nullable Integer recoveryCodesLeft) {

    TokenResponse(ActiveSession active, AccessTokens.Minted access, RefreshToken refresh, Instant now) {
        this(
                active.session(),
                access.token(),
                access.expiresIn(),
                refresh,
                active.session().idleEnd(),
                Math.max(1, Duration.between(now, active.session().idleEnd()).toSeconds()),
                active.authenticator() == null
                                || !active.session().id().principal().isWithAddress()
                        ? null
                        : active.authenticator().codesLeft());
    }

    /** Hides the tokens. */
    @Override
    public String toString() {
        return "TokenResponse[" + session.id().text() + "]";
    }
}
