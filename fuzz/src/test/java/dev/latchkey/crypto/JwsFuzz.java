package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.latchkey.fuzz.Foreign;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * What is taken for a token has one spelling, and says to our reader what it says to the library's: a token that two
 * readers read differently is a way past one of them. What the library cannot read lets nobody in by ours.
 */
public final class JwsFuzz {

    private static final long YEAR_9999 = 253_402_300_799L;

    private JwsFuzz() {}

    /** Bytes are a token, or else its header and its claims with a line break between them. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = Foreign.text(data);
        Jws.parse(text).ifPresent(jws -> judge(text, jws));
        String[] parts = Foreign.lines(text, 2);
        String token = encoded(parts[0]) + "." + encoded(parts[1]) + ".AA";
        Jws.parse(token).ifPresent(jws -> judge(token, jws));
    }

    private static void judge(String token, Jws jws) {
        assertThat(token)
                .matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")
                .hasSizeLessThanOrEqualTo(8192);
        assertThat(token.split("\\.", -1)).allMatch(Base64Url::isCanonical);
        try {
            same(jws, JWT.decode(token));
        } catch (JWTDecodeException unread) {
            Instant now = Instant.ofEpochSecond(jws.number("iat").orElse(0) % YEAR_9999);
            assertThat(TimeClaims.hold(jws, now, Duration.ZERO, Duration.ZERO)
                            && jws.audience().isPresent())
                    .isFalse();
        }
    }

    private static void same(Jws jws, DecodedJWT other) {
        assertThat(other.getHeaderClaim("crit").isMissing()).isTrue();
        jws.header("alg").ifPresent(alg -> assertThat(other.getAlgorithm()).isEqualTo(alg));
        jws.header("kid").ifPresent(kid -> assertThat(other.getKeyId()).isEqualTo(kid));
        jws.header("typ").ifPresent(typ -> assertThat(other.getType()).isEqualTo(typ));
        jws.text("iss").ifPresent(iss -> assertThat(other.getIssuer()).isEqualTo(iss));
        jws.text("sub").ifPresent(sub -> assertThat(other.getSubject()).isEqualTo(sub));
        jws.audience().ifPresent(aud -> assertThat(other.getAudience()).containsExactly(aud));
        jws.number("exp")
                .ifPresent(exp -> assertThat(other.getClaim("exp").asLong()).isEqualTo(exp));
        jws.number("iat")
                .ifPresent(iat -> assertThat(other.getClaim("iat").asLong()).isEqualTo(iat));
        jws.texts("roles")
                .ifPresent(roles ->
                        assertThat(other.getClaim("roles").asList(String.class)).containsAll(roles));
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
