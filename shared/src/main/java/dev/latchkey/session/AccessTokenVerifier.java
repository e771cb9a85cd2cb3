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
 * Verifies our own access tokens, with no call but one for the public key an hour. What it gives is who says to be in;
 * whether the session still stands is asked of the table.
 */
final class AccessTokenVerifier {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);
    private static final List<String> TEXTS = List.of("sub", "jti", "scope", "acr");

    /**
     * What a verified token speaks for.
     *
     * @param subject whose session it says that this is
     */
    record Named(FirmId firm, SessionId session, String subject) {}

    private final PublishedKeys keys;
    private final TokenIssuer issuer;

    AccessTokenVerifier(PublishedKeys keys, TokenIssuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /** Empty for whatever is not a token that we issued and that may be used now. */
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
