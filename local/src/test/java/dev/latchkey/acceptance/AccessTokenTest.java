package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.UrlJwkProvider;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void anotherVerifier_takesTheTokenByThePublishedKeyAlone(String algorithm) throws Exception {
        World world = world(algorithm);
        DecodedJWT token = JWT.decode(session(world).text("/accessToken"));
        JsonNode discovery =
                world.api().get("/.well-known/openid-configuration").body();
        Jwk key = new UrlJwkProvider(
                        URI.create(discovery.path("jwks_uri").asText()).toURL())
                .get(token.getKeyId());
        JWTVerifier verifier = JWT.require(verifier(algorithm, key))
                .withIssuer(discovery.path("issuer").asText())
                .withAudience("client-portal")
                .build();
        assertThat(verifier.verify(token).getSubject()).isNotBlank();
        assertThat(token.getAlgorithm()).isEqualTo(algorithm);
        assertThat(discovery.path("id_token_signing_alg_values_supported")).hasToString("[\"" + algorithm + "\"]");
        if (algorithm.equals("ES256")) {
            assertThat(token.getSignature()).hasSize(86);
        }
    }

    @Test
    void theToken_holdsTheClaimsOfTheContract_andNothingPersonal() {
        World world = World.get();
        Answer session = session(world);
        JsonNode claims = claims(session.text("/accessToken"));
        assertThat(names(claims))
                .containsExactlyInAnyOrder(
                        "iss",
                        "aud",
                        "sub",
                        "exp",
                        "iat",
                        "nbf",
                        "jti",
                        "sid",
                        "firm",
                        "scope",
                        "amr",
                        "acr",
                        "auth_time",
                        "mode_v",
                        "req");
        assertThat(claims.path("sid").asText()).isEqualTo(session.text("/session/id"));
        assertThat(claims.path("req").asText()).isEqualTo("r1");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(570L, 600L);
        assertThat(claims.toString()).doesNotContain("@", "Client c1");
        assertThat(JWT.decode(session.text("/accessToken")).getType()).isEqualTo("at+jwt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void thePublishedKeys_holdPublicPartsOnly_andMayBeCachedForFiveMinutes(String algorithm) {
        Answer keys = world(algorithm).api().get("/.well-known/jwks.json");
        Set<String> parts = algorithm.equals("RS256") ? Set.of("n", "e") : Set.of("crv", "x", "y");
        assertThat(keys.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        for (JsonNode key : keys.body().path("keys")) {
            assertThat(names(key))
                    .containsAll(Set.of("kid", "use", "alg", "kty"))
                    .containsAll(parts)
                    .hasSize(4 + parts.size());
        }
        assertThat(keys.text()).doesNotContain("arn:").doesNotContainPattern("[0-9]{12}[^0-9A-Za-z_-]");
    }

    @Test
    void thousandRequests_ask_forThePublicKeyAtMostOnce() {
        World world = World.get();
        Answer session = session(world);
        TestFirm anyFirm = world.firm();
        anyFirm.me(session);
        JsonNode before = world.calls().path("kms");
        for (int i = 0; i < 1_000; i++) {
            assertThat(anyFirm.me(session).status()).isEqualTo(200);
        }
        assertThat(world.calls().path("kms")).isEqualTo(before);
    }

    @Test
    void forgedAndForeignTokens_areAllRefusedAlike_andCostNoCall() {
        World world = World.get();
        TestFirm firm = world.firm();
        Answer session = session(world);
        String good = session.text("/accessToken");
        String[] parts = good.split("\\.", -1);
        assertThat(firm.me(session).status()).isEqualTo(200);
        JsonNode calls = world.quietCalls();
        String body = firm.me("x").withoutRequestId();
        for (String forged : new String[] {
            encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".",
            encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "." + parts[2],
            hs256(parts, "secret"),
            parts[0] + "." + parts[1] + "." + parts[2].substring(1) + "A",
            parts[0] + "." + encoded(claims(good).toString().replace("request:r1", "request:r2")) + "." + parts[2],
            encoded("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"unknown\"}") + "." + parts[1] + "." + parts[2],
            good + "==",
            good.substring(0, good.length() - 1),
            "bnVsbA.bnVsbA.AA",
            "a.b.c",
            session.text("/refreshToken"),
            firm.staff("portal:admin").substring("Bearer ".length())
        }) {
            assertThat(firm.me(forged).withoutRequestId()).isEqualTo(body);
        }
        assertThat(world.calls().path("kms")).isEqualTo(calls.path("kms"));
        assertThat(world.calls().path("dynamodb")).isEqualTo(calls.path("dynamodb"));
    }

    private static World world(String algorithm) {
        return algorithm.equals("RS256")
                ? World.get()
                : World.with(Map.of("LATCHKEY_SIGNING_ALGORITHM", algorithm, "LATCHKEY_SEED", "none"));
    }

    private static Answer session(World world) {
        TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
        return firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
    }

    private static Algorithm verifier(String algorithm, Jwk key) throws Exception {
        return algorithm.equals("RS256")
                ? Algorithm.RSA256((RSAPublicKey) key.getPublicKey(), null)
                : Algorithm.ECDSA256((ECPublicKey) key.getPublicKey(), null);
    }

    private static String hs256(String[] parts, String secret) {
        return JWT.create()
                .withHeader(Map.of(
                        "typ",
                        "at+jwt",
                        "kid",
                        JWT.decode(String.join(".", parts)).getKeyId()))
                .withPayload(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .sign(Algorithm.HMAC256(secret));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    static JsonNode claims(String token) {
        try {
            return Api.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        } catch (IOException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
