package dev.latchkey.local.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.sample.SampleHandlers;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityProviderTest {
    private static final LocalClock CLOCK = new LocalClock();
    private static final IdentityProvider IDP = new IdentityProvider("https://idp.test", "latchkey", CLOCK);

    @Test
    void aToken_isSignedWithThePublishedKeyAndHoldsAnHour() throws Exception {
        DecodedJWT token = verified(IDP.token(StaffTokenRequest.plain("acme", "s1", "portal:admin")));
        assertThat(token.getType()).isEqualTo("JWT");
        assertThat(token.getKeyId()).isEqualTo(IDP.jwks().at("/keys/0/kid").asText());
        assertThat(token.getIssuer()).isEqualTo("https://idp.test");
        assertThat(token.getAudience()).containsExactly("latchkey");
        assertThat(token.getSubject()).isEqualTo("s1");
        assertThat(token.getClaim("firm").asString()).isEqualTo("acme");
        assertThat(token.getClaim("roles").asList(String.class)).containsExactly("portal:admin");
        assertThat(token.getId()).isNotEmpty();
        assertThat(Duration.between(token.getIssuedAtAsInstant(), token.getExpiresAtAsInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theLocalClock_datesIt() {
        CLOCK.setOffset(Duration.ofDays(30));
        DecodedJWT token = JWT.decode(IDP.token(StaffTokenRequest.plain("acme", "s1", "portal:read")));
        assertThat(token.getIssuedAtAsInstant())
                .isBetween(CLOCK.instant().minusSeconds(60), CLOCK.instant().plusSeconds(1));
    }

    @Test
    void overlays_replaceAddAndRemove() throws Exception {
        String token = IDP.token(request(
                "{\"exp\":null,\"roles\":7,\"firm\":[\"a\"],\"aud\":[\"x\",\"y\"],\"new\":{\"deep\":true}}",
                "{\"kid\":null,\"typ\":\"at+jwt\",\"crit\":[\"b64\"]}"));
        verified(token);
        assertThat(part(token, 0).toString()).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"crit\":[\"b64\"]}");
        JsonNode claims = part(token, 1);
        assertThat(claims.has("exp")).isFalse();
        assertThat(claims.path("roles").asInt()).isEqualTo(7);
        assertThat(claims.path("aud")).hasSize(2);
        assertThat(claims.at("/new/deep").asBoolean()).isTrue();
    }

    @Test
    void anyAlgorithmButNone_isSignedWithRs256() throws Exception {
        String none = IDP.token(request("{}", "{\"alg\":\"none\"}"));
        assertThat(none).endsWith(".");
        String odd = IDP.token(request("{}", "{\"alg\":\"HS256\"}"));
        assertThat(Base64.getUrlDecoder().decode(odd.split("\\.", -1)[2])).hasSize(256);
    }

    private static StaffTokenRequest request(String claims, String header) throws JsonProcessingException {
        return new StaffTokenRequest(
                "acme", "s1", List.of("portal:admin"), (ObjectNode) SampleHandlers.JSON.readTree(claims), (ObjectNode)
                        SampleHandlers.JSON.readTree(header));
    }

    private static JsonNode part(String token, int index) throws Exception {
        return SampleHandlers.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }

    private static DecodedJWT verified(String token) throws GeneralSecurityException {
        JsonNode key = IDP.jwks().at("/keys/0");
        RSAPublicKey published = (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
        DecodedJWT decoded = JWT.decode(token);
        Algorithm.RSA256(published, null).verify(decoded);
        return decoded;
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
    }
}
