package dev.latchkey.staff;

import static dev.latchkey.staff.Trial.refused;
import static dev.latchkey.staff.Trial.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tricks with the header, RFC 8725 section 2. Claims are right in every row, and the signature is a right one by the key that
 * is named or by the one that the trick would have us use.
 */
class HeaderTrialsTest {

    private static final String JOSE = "SHA256withECDSAinP1363Format";
    private static final KeyPair RSA = Token.pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    private static final KeyPair EC = Token.pair("EC", new ECGenParameterSpec("secp256r1"));
    private static final KeyPair THEIRS = Token.pair("EC", new ECGenParameterSpec("secp256r1"));
    private static final String CLAIMS = Token.of("", "").claims();
    private static final Provider PROVIDER =
            new Provider(Provider.jwk("rsa", RSA.getPublic()), Provider.jwk("ec", EC.getPublic()));
    private static final Provider EVIL = new Provider(Provider.jwk("theirs", THEIRS.getPublic()));
    private static final AuthenticateStaff STAFF = PROVIDER.verifier();

    @AfterAll
    static void stop() {
        PROVIDER.close();
        EVIL.close();
    }

    static List<Trial> algorithms() {
        List<Trial> trials = new ArrayList<>(List.of(
                taken("RS256 by the RSA key", rs256("\"RS256\"", "\"rsa\"")),
                taken("ES256 by the EC key", es256("\"ES256\"", "\"ec\"")),
                refused("RS256 by the RSA key, under the EC key's name", rs256("\"RS256\"", "\"ec\"")),
                refused("ES256 by the EC key, under the RSA key's name", es256("\"ES256\"", "\"rsa\"")),
                refused("said to be ES256, by the RSA key", rs256("\"ES256\"", "\"rsa\"")),
                refused("said to be RS256, by the EC key", es256("\"RS256\"", "\"ec\"")),
                refused("PS256, by the RSA key", ps256("\"PS256\"")),
                refused("PS256, said to be RS256", ps256("\"RS256\""))));
        for (String other :
                List.of("rs256", "RS256 ", " RS256", "RS384", "RS512", "PS256", "RSA", "SHA256withRSA", "")) {
            trials.add(refused("an RS256 signature, said to be " + other, rs256("\"" + other + "\"", "\"rsa\"")));
        }
        for (String other : List.of("es256", "ES256K", "ES384", "ES512", "EdDSA", "ECDSA")) {
            trials.add(refused("an ES256 signature, said to be " + other, es256("\"" + other + "\"", "\"ec\"")));
        }
        for (String other : List.of("256", "null", "true", "[\"RS256\"]", "{\"a\":\"RS256\"}")) {
            trials.add(refused("an RS256 signature, said to be " + other, rs256(other, "\"rsa\"")));
        }
        for (String none : List.of("none", "None", "NONE", "nOnE", "none ")) {
            Token unsigned = token("\"" + none + "\"", "\"rsa\"");
            trials.add(refused(none + ", without signature", unsigned.with(new byte[0])));
            trials.add(refused(none + ", with one octet", unsigned.with(new byte[1])));
            trials.add(refused(none + ", with a right RS256 signature", rs256("\"" + none + "\"", "\"rsa\"")));
        }
        return trials;
    }

    /** The public key, which everybody has, as a secret key, in every spelling that a library might have fed to the MAC. */
    static List<Trial> publicKeysAsSecrets() {
        List<Trial> trials = new ArrayList<>();
        for (Map.Entry<String, KeyPair> pair : Map.of("rsa", RSA, "ec", EC).entrySet()) {
            spellings(pair.getKey(), pair.getValue()).forEach((name, secret) -> {
                for (String bits : List.of("256", "384", "512")) {
                    Token token = token("\"HS" + bits + "\"", "\"" + pair.getKey() + "\"");
                    trials.add(refused(
                            "HS" + bits + ", keyed with " + pair.getKey() + " " + name, mac(token, bits, secret)));
                }
            });
        }
        return trials;
    }

    static List<Trial> embeddedKeys() {
        String jwk = Provider.jwk("theirs", THEIRS.getPublic());
        String jku = "\"" + EVIL.address() + "\"";
        Function<String, String> own = more -> with(more, "ES256", "ec").signed(JOSE, EC.getPrivate());
        Function<String, String> forged = more -> with(more, "ES256", "ec").signed(JOSE, THEIRS.getPrivate());
        Function<String, String> theirs = more -> with(more, "ES256", "theirs").signed(JOSE, THEIRS.getPrivate());
        List<Trial> trials = new ArrayList<>();
        for (String more : List.of(
                "\"jwk\":" + jwk,
                "\"jku\":" + jku,
                "\"x5u\":" + jku,
                "\"x5c\":[\"MIIB\"]",
                "\"x5t\":\"AAAA\"",
                "\"x5t#S256\":\"AAAA\"",
                "\"zip\":\"DEF\"",
                "\"cty\":\"JWT\"",
                "\"b64\":false",
                "\"enc\":\"A128GCM\"")) {
            trials.add(taken("signed by the key that is named, whatever else is said: " + more, own.apply(more)));
            trials.add(refused("signed by another, which is named after ours: " + more, forged.apply(more)));
            trials.add(refused("signed by another, which has its own name: " + more, theirs.apply(more)));
        }
        for (String crit : List.of("[\"exp\"]", "[\"b64\"]", "[]", "\"exp\"", "null", "{}", "7")) {
            trials.add(refused("crit, which nobody here knows: " + crit, own.apply("\"crit\":" + crit)));
        }
        trials.add(refused("crit and b64, RFC 7797", own.apply("\"b64\":false,\"crit\":[\"b64\"]")));
        return trials;
    }

    static List<Trial> names() {
        List<Trial> trials = new ArrayList<>();
        for (String kid : List.of(
                "\"../../dev/null\"",
                "\"/dev/null\"",
                "\"' OR '1'='1\"",
                "\"rsa' UNION SELECT 'x\"",
                "\"rsa;ls\"",
                "\"http://127.0.0.1/\"",
                "\"RSA\"",
                "\" rsa\"",
                "\"rsa \"",
                "\"rsa\\u0000\"",
                "\"rsa\\n\"",
                "\"\"",
                "null",
                "0",
                "[\"rsa\"]",
                "{\"kid\":\"rsa\"}",
                "\"" + "rsa".repeat(1_700) + "\"")) {
            trials.add(refused("kid " + kid.substring(0, Math.min(30, kid.length())), rs256("\"RS256\"", kid)));
        }
        for (String typ :
                List.of("\"jwt\"", "\"AT+JWT\"", "\"at+jwt\"", "\"application/at+jwt\"", "\"Application/AT+JWT\"")) {
            trials.add(taken("typ " + typ, header("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":" + typ + "}")));
        }
        for (String typ : List.of(
                "\"JWT \"",
                "\"application/jwt\"",
                "\"application/ at+jwt\"",
                "\"JWS\"",
                "\"JOSE\"",
                "\"logout+jwt\"",
                "\"dpop+jwt\"",
                "\"\"",
                "null",
                "7",
                "[\"JWT\"]")) {
            trials.add(refused("typ " + typ, header("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":" + typ + "}")));
        }
        trials.add(taken("no typ", header("{\"alg\":\"RS256\",\"kid\":\"rsa\"}")));
        trials.add(refused("no kid", header("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")));
        trials.add(refused("no alg", header("{\"kid\":\"rsa\",\"typ\":\"JWT\"}")));
        String right = "\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"JWT\"";
        for (String twice : List.of(
                "\"alg\":\"none\"", "\"alg\":\"RS256\"", "\"kid\":\"ec\"", "\"typ\":\"x\"", "\"\\u0061lg\":\"none\"")) {
            trials.add(refused(twice + " before the right one", header("{" + twice + "," + right + "}")));
            trials.add(refused(twice + " after the right one", header("{" + right + "," + twice + "}")));
        }
        return trials;
    }

    @ParameterizedTest
    @MethodSource({"algorithms", "publicKeysAsSecrets", "embeddedKeys", "names"})
    void theHeader_choosesAmongPublishedKeys_andNothingElse(Trial trial) {
        assertThat(STAFF.authenticate(trial.token()).isPresent()).isEqualTo(trial.taken());
    }

    @Test
    void addressesInTheHeader_areNeverCalled_andUnknownNamesNoMoreThanOnceAMinute() {
        AuthenticateStaff fresh = PROVIDER.verifier();
        int before = PROVIDER.fetches();
        for (List<Trial> trials : List.of(embeddedKeys(), names())) {
            trials.forEach(trial -> fresh.authenticate(trial.token()));
        }
        assertThat(EVIL.fetches()).isZero();
        assertThat(PROVIDER.fetches() - before).isOne();
    }

    private static Token token(String alg, String kid) {
        return new Token("{\"alg\":" + alg + ",\"typ\":\"JWT\",\"kid\":" + kid + "}", CLAIMS);
    }

    private static Token with(String more, String alg, String kid) {
        return new Token("{\"alg\":\"" + alg + "\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"," + more + "}", CLAIMS);
    }

    private static String header(String header) {
        return new Token(header, CLAIMS).signed("SHA256withRSA", RSA.getPrivate());
    }

    private static String rs256(String alg, String kid) {
        return token(alg, kid).signed("SHA256withRSA", RSA.getPrivate());
    }

    private static String es256(String alg, String kid) {
        return token(alg, kid).signed(JOSE, EC.getPrivate());
    }

    private static String ps256(String alg) {
        Token token = token(alg, "\"rsa\"");
        return token.with(Pss.signature(token.content(), RSA.getPrivate()));
    }

    private static Map<String, byte[]> spellings(String kid, KeyPair pair) {
        byte[] der = pair.getPublic().getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
        String jwk = Provider.jwk(kid, pair.getPublic());
        Map<String, byte[]> spellings = new LinkedHashMap<>();
        spellings.put("in DER", der);
        spellings.put("in PEM", octets(pem));
        spellings.put("in PEM with a line break behind", octets(pem + "\n"));
        spellings.put("in PEM with the line breaks of another system", octets(pem.replace("\n", "\r\n")));
        spellings.put("in base64", octets(Base64.getEncoder().encodeToString(der)));
        spellings.put("as a JWK", octets(jwk));
        spellings.put("as a key set", octets("{\"keys\":[" + jwk + "]}"));
        spellings.put("without its algorithm", Arrays.copyOfRange(der, kid.equals("rsa") ? 24 : 26, der.length));
        spellings.put("by its name", octets(kid));
        spellings.put("by its number in base64url", octets(jwk.replaceAll(".*\"(?:n|x)\":\"([^\"]*)\".*", "$1")));
        return spellings;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String mac(Token token, String bits, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA" + bits);
            mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
            return token.with(mac.doFinal(token.content()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
