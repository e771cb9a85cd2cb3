package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.UrlJwkProvider;
import com.auth0.jwt.JWT;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issued access token with another signature: what everybody can make of the token and of the published key. */
class ForgedAccessTokenTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void thePublishedKeyAsASecret_signsNothing_inWhicheverSpelling(String algorithm) throws Exception {
        Issued issued = Issued.by(algorithm);
        for (Map.Entry<String, byte[]> secret : spellings(issued).entrySet()) {
            for (String bits : List.of("256", "384", "512")) {
                String header = "{\"alg\":\"HS" + bits + "\",\"typ\":\"at+jwt\",\"kid\":\"" + issued.kid() + "\"}";
                String content = BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + issued.part(1);
                Mac mac = Mac.getInstance("HmacSHA" + bits);
                mac.init(new SecretKeySpec(secret.getValue(), mac.getAlgorithm()));
                byte[] tag = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
                issued.assertRefused(secret.getKey(), content + "." + BASE64.encodeToString(tag));
            }
        }
        issued.assertTaken(issued.token());
    }

    @Test
    void theNumberOfAnRsaSignature_isTakenInItsOneLength_andItsRange() throws Exception {
        Issued issued = Issued.by("RS256");
        byte[] right = issued.signature();
        BigInteger modulus = ((RSAPublicKey) issued.key()).getModulus();
        issued.assertRefused("one octet short", issued.with(Arrays.copyOf(right, 255)));
        issued.assertRefused("one octet more", issued.with(Arrays.copyOf(right, 257)));
        issued.assertRefused("a zero in front", issued.with(padded(new BigInteger(1, right), 257)));
        issued.assertRefused("the modulus added", issued.with(padded(new BigInteger(1, right).add(modulus), 257)));
        issued.assertRefused("the modulus", issued.with(padded(modulus, 256)));
        issued.assertRefused("zero", issued.with(new byte[256]));
        issued.assertRefused("one", issued.with(padded(BigInteger.ONE, 256)));
        issued.assertTaken(issued.with(right));
    }

    @Test
    void theNumbersOfAnEcdsaSignature_areTakenInTheirOneForm_andTheirRange() throws Exception {
        Issued issued = Issued.by("ES256");
        byte[] right = issued.signature();
        BigInteger n = ((ECPublicKey) issued.key()).getParams().getOrder();
        BigInteger r = new BigInteger(1, Arrays.copyOf(right, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(right, 32, 64));
        for (BigInteger edge : List.of(BigInteger.ZERO, BigInteger.ONE, n.subtract(BigInteger.ONE), n)) {
            issued.assertRefused("r " + edge, issued.with(padded(edge, 32), padded(s, 32)));
            issued.assertRefused("s " + edge, issued.with(padded(r, 32), padded(edge, 32)));
            issued.assertRefused("both " + edge, issued.with(padded(edge, 32), padded(edge, 32)));
        }
        issued.assertRefused("exchanged", issued.with(padded(s, 32), padded(r, 32)));
        issued.assertRefused("63 octets", issued.with(Arrays.copyOf(right, 63)));
        issued.assertRefused("65 octets", issued.with(Arrays.copyOf(right, 65)));
        issued.assertRefused("96 octets", issued.with(padded(r, 48), padded(s, 48)));
        issued.assertRefused(
                "DER", issued.with(new byte[] {0x30, 70, 2, 33}, padded(r, 33), new byte[] {2, 33}, padded(s, 33)));
        issued.assertTaken(issued.with(right));
        // Verifies as well, and is the same token: nothing is keyed on a token's text
        issued.assertTaken(issued.with(padded(r, 32), padded(n.subtract(s), 32)));
    }

    /** A token of a session, and the key that it verifies by. */
    private record Issued(TestFirm firm, String token, String kid, PublicKey key, String jwk) {

        static Issued by(String algorithm) throws Exception {
            World world = algorithm.equals("RS256")
                    ? World.get()
                    : World.with(Map.of("LATCHKEY_SIGNING_ALGORITHM", algorithm, "LATCHKEY_SEED", "none"));
            TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
            String token = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device())
                    .text("/accessToken");
            String kid = JWT.decode(token).getKeyId();
            String set = world.origin() + "/.well-known/jwks.json";
            Jwk key = new UrlJwkProvider(URI.create(set).toURL()).get(kid);
            JsonNode published =
                    world.api().get("/.well-known/jwks.json").body().at("/keys/0");
            return new Issued(firm, token, kid, key.getPublicKey(), published.toString());
        }

        String part(int number) {
            return token.split("\\.", -1)[number];
        }

        byte[] signature() {
            return Base64.getUrlDecoder().decode(part(2));
        }

        String with(byte[]... signature) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] octets : signature) {
                all.writeBytes(octets);
            }
            return part(0) + "." + part(1) + "." + BASE64.encodeToString(all.toByteArray());
        }

        void assertRefused(String what, String forged) {
            assertThat(firm.me(forged).code()).as(what).isEqualTo("invalid-token");
        }

        void assertTaken(String right) {
            assertThat(firm.me(right).status()).isEqualTo(200);
        }
    }

    private static Map<String, byte[]> spellings(Issued issued) {
        byte[] der = issued.key().getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
        Map<String, byte[]> spellings = new LinkedHashMap<>();
        spellings.put("DER", der);
        spellings.put("PEM", pem.getBytes(StandardCharsets.US_ASCII));
        spellings.put("PEM with a line break behind", (pem + "\n").getBytes(StandardCharsets.US_ASCII));
        spellings.put("JWK", issued.jwk().getBytes(StandardCharsets.US_ASCII));
        spellings.put("kid", issued.kid().getBytes(StandardCharsets.US_ASCII));
        return spellings;
    }

    private static byte[] padded(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        int from = Math.max(0, signed.length - length);
        byte[] padded = new byte[length];
        System.arraycopy(signed, from, padded, length - (signed.length - from), signed.length - from);
        return padded;
    }
}
