package dev.latchkey.staff;

import static dev.latchkey.staff.Trial.refused;
import static dev.latchkey.staff.Trial.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Other spellings of a right token, RFC 7515 sections 2 and 7.1. What a lenient decoder would read is the same in most rows,
 * and each is signed as it is spelled, so that nothing but the spelling can refuse it.
 */
class SpellingTrialsTest {

    private static final KeyPair KEY = Token.pair("EC", new ECGenParameterSpec("secp256r1"));
    private static final Token RIGHT = Token.of("ES256", "k1");
    private static final String HEADER = unusedBits(RIGHT.header());
    private static final String CLAIMS = unusedBits(RIGHT.claims());
    private static final Provider PROVIDER = new Provider(Provider.jwk("k1", KEY.getPublic()));
    private static final AuthenticateStaff STAFF = PROVIDER.verifier();

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    static List<Trial> texts() {
        String good = signed(HEADER, CLAIMS);
        String signature = good.substring(good.lastIndexOf('.') + 1);
        String content = HEADER + "." + CLAIMS;
        List<Trial> trials = new ArrayList<>(List.of(
                taken("as it was made", good),
                refused("the signature padded", good + "=="),
                refused("the signature with other unused bits", good.substring(0, good.length() - 1) + next(good)),
                refused("the header with other unused bits", signed(otherEnd(HEADER), CLAIMS)),
                refused("the claims with other unused bits", signed(HEADER, otherEnd(CLAIMS))),
                refused("the header padded", signed(HEADER + "=", CLAIMS)),
                refused("the claims padded", signed(HEADER, CLAIMS + "==")),
                refused("the signature in the other alphabet of base64", content + "." + "+/" + signature.substring(2)),
                refused("a fourth part", good + ".AA"),
                refused("an empty fourth part", good + "."),
                refused("five parts, as if it were encrypted", good + ".AA.AA"),
                refused("two parts", content),
                refused("an empty signature", content + "."),
                refused("an empty header", "." + CLAIMS + "." + signature),
                refused("empty claims", HEADER + ".." + signature),
                refused("null three times", "bnVsbA.bnVsbA.AA"),
                refused("nothing", ""),
                refused("dots", ".."),
                refused("a full stop of another script", good.replace('.', '\uFF0E')),
                refused(
                        "as JSON, RFC 7515 section 7.2",
                        "{\"payload\":\"" + CLAIMS + "\",\"protected\":\"" + HEADER + "\",\"signature\":\"" + signature
                                + "\"}"),
                refused("a megabyte", signed(HEADER, "A".repeat(1_000_000))),
                refused("a megabyte of dots", ".".repeat(1_000_000)),
                refused("a megabyte for a signature", content + "." + "A".repeat(1_000_000))));
        for (String blank : List.of(" ", "\n", "\r\n", "\t", "\u00A0", "\uFEFF", "\0")) {
            trials.add(refused("a blank in front, " + name(blank), blank + good));
            trials.add(refused("a blank behind, " + name(blank), good + blank));
            trials.add(refused("a blank inside, " + name(blank), good.replaceFirst("\\.", "." + blank)));
        }
        return trials;
    }

    static List<Trial> documents() {
        String claims = RIGHT.claims();
        return List.of(
                taken("blanks between, which JSON allows", document(claims.replace(",", " ,\n"))),
                refused("a second document behind", document(claims + "{}")),
                refused("a comma at the end", document(claims.replace("}", ",}"))),
                refused("a comment", document(claims.replace("{", "{/**/"))),
                refused("single quotes", document(claims.replace('"', '\''))),
                refused("names without quotes", document(claims.replace("\"iss\"", "iss"))),
                refused("a byte order mark", document("\uFEFF" + claims)),
                refused("a list", document("[" + claims + "]")),
                refused("a text", document("\"x\"")),
                refused("nothing", document(" ")),
                refused("cut off", document(claims.substring(0, claims.length() - 1))),
                refused(
                        "nested 2,000 deep",
                        document(claims.replace("}", ",\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"))),
                refused("a number of 400 digits", document(claims.replace("}", ",\"a\":" + "1".repeat(400) + "}"))),
                refused("no number at all", document(claims.replace("}", ",\"a\":NaN}"))),
                refused("octets that are no UTF-8, in place of the firm", octets(claims.replace("acme", "acm\u00E9"))));
    }

    @ParameterizedTest
    @MethodSource({"texts", "documents"})
    void aToken_hasOneSpelling(Trial trial) {
        assertThat(STAFF.authenticate(trial.token()).isPresent()).isEqualTo(trial.taken());
    }

    private static String name(String blank) {
        return Integer.toHexString(blank.charAt(0));
    }

    private static String document(String claims) {
        return signed(HEADER, Token.encoded(claims));
    }

    private static String octets(String claims) {
        return signed(HEADER, Base64Url.encode(claims.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Encoded with a blank or two behind, so that its last character has bits that mean nothing. */
    private static String unusedBits(String json) {
        String encoded = Token.encoded(json + " ");
        return encoded.length() % 4 == 0 ? Token.encoded(json + "  ") : encoded;
    }

    /** The same octets with another last character, which only a decoder that checks can tell. */
    private static String otherEnd(String canonical) {
        String other = canonical.substring(0, canonical.length() - 1) + next(canonical);
        assertThat(Base64Url.decode(other)).isEqualTo(Base64Url.decode(canonical));
        return other;
    }

    private static char next(String text) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(text.charAt(text.length() - 1)) + 1);
    }

    private static String signed(String header, String claims) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(KEY.getPrivate());
            signature.update(Token.content(header, claims).getBytes(StandardCharsets.US_ASCII));
            return Token.content(header, claims) + "." + Base64Url.encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
