package dev.latchkey.session;

import dev.latchkey.crypto.Jws;
import dev.latchkey.crypto.PublishedKeys;
import dev.latchkey.crypto.TimeClaims;
import dev.latchkey.firm.FirmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Verifies our own access tokens. It makes no call except one an hour for the public key. Whether the session is still
 * active is not checked here.
 */
final class AccessTokenVerifier {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);
    private static final List<String> TEXTS = List.of("sub", "jti", "scope", "acr");

    /**
     * The session that a verified token names.
     *
     * @param subject its {@code sub}
     */
    record Named(FirmId firm, SessionId session, String subject) {}

    private final PublishedKeys keys;
    private final TokenIssuer issuer;

    AccessTokenVerifier(PublishedKeys keys, TokenIssuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /** Empty unless we issued the token and it is valid now. */
    Optional<Named> verify(String token, Instant now) {
        return Jws.parse(token)
                .filter(jws ->
                        jws.header("typ").filter(AccessTokens.TYPE::equals).isPresent())
                .filter(this::isOurs)
                .filter(jws -> TimeClaims.hold(jws, now, CLOCKS_DIFFER, Duration.ZERO))
                .filter(this::isComplete)
                .flatMap(AccessTokenVerifier::named);
    }

    private boolean isOurs(Jws jws) {
        return jws.header("kid")
                .flatMap(keys::verifier)
                .filter(key -> jws.header("alg").filter(key.getName()::equals).isPresent())
                .filter(jws::isSignedBy)
                .isPresent();
    }

    private boolean isComplete(Jws jws) {
        boolean living = jws.number("nbf").isPresent()
                && jws.number("exp").orElse(0) - jws.number("iat").orElse(0) <= AccessTokens.LONGEST_LIFE.toSeconds();
        return living
                && jws.text("iss").filter(issuer.issuer()::equals).isPresent()
                && jws.text("aud").filter(issuer.audience()::equals).isPresent()
                && TEXTS.stream().allMatch(claim -> jws.text(claim).isPresent())
                && jws.texts("amr").isPresent()
                && jws.number("auth_time").isPresent()
                && jws.number("mode_v").isPresent();
    }

    private static Optional<Named> named(Jws jws) {
        return jws.text("firm")
                .flatMap(FirmId::parse)
                .flatMap(firm -> jws.text("sid")
                        .flatMap(SessionId::parse)
                        .flatMap(session -> jws.text("sub").map(subject -> new Named(firm, session, subject))));
    }
}
