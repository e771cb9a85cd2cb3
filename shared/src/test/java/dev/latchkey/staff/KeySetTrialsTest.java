package dev.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Key sets that a provider should not publish, or that somebody put in its place. In every row the token is right and signed
 * by the key that it names, as well as that can be.
 */
class KeySetTrialsTest {

    private static final String JOSE = "SHA256withECDSAinP1363Format";
    private static final KeyPair RSA = rsa(2048);
    private static final KeyPair SMALL = rsa(1024);
    private static final KeyPair SHORT = rsa(2040);
    private static final KeyPair EC = ec("secp256r1");
    private static final KeyPair OTHER = ec("secp256r1");
    private static final String RSA_JWK = Provider.jwk("k", RSA.getPublic());
    private static final String EC_JWK = Provider.jwk("k", EC.getPublic());
    private static final String RS256 = Token.of("RS256", "k").signed("SHA256withRSA", RSA.getPrivate());
    private static final String ES256 = Token.of("ES256", "k").signed(JOSE, EC.getPrivate());
    private static final BigInteger N = ((RSAPublicKey) RSA.getPublic()).getModulus();
    private static final BigInteger P = ((RSAPrivateCrtKey) RSA.getPrivate()).getPrimeP();

    /** @param keys what the set holds */
    record Row(String name, boolean taken, String token, List<String> keys) {

        @Override
        public String toString() {
            return (taken ? "taken: " : "refused: ") + name;
        }
    }

    static List<Row> uses() {
        String other = Provider.jwk("other", OTHER.getPublic());
        return List.of(
                row("an RSA key for RS256", true, RS256, RSA_JWK),
                row("a P-256 key for ES256", true, ES256, EC_JWK),
                row("no use and no algorithm said", true, RS256, without(without(RSA_JWK, "use"), "alg")),
                row("among others", true, ES256, other, EC_JWK),
                row("for encryption", false, RS256, RSA_JWK.replace("\"sig\"", "\"enc\"")),
                row("for something unknown", false, RS256, RSA_JWK.replace("\"sig\"", "\"SIG\"")),
                row("for RS512", false, RS256, RSA_JWK.replace("RS256", "RS512")),
                row("for PS256", false, RS256, RSA_JWK.replace("RS256", "PS256")),
                row("an RSA key for ES256", false, RS256, RSA_JWK.replace("RS256", "ES256")),
                row("a P-256 key for RS256", false, ES256, EC_JWK.replace("ES256", "RS256")),
                row("operations with verify", true, ES256, with(EC_JWK, "\"key_ops\":[\"verify\"]")),
                row("operations without verify", false, ES256, with(EC_JWK, "\"key_ops\":[\"sign\",\"encrypt\"]")),
                row("with its private part, by which anybody can sign", false, RS256, with(RSA_JWK, "\"d\":\"AQAB\"")),
                row("the same of a P-256 key", false, ES256, with(EC_JWK, "\"d\":\"AQAB\"")),
                row("without a name", false, ES256, without(EC_JWK, "kid")),
                row("of another name", false, ES256, other),
                row(
                        "the same name twice, the right one first",
                        true,
                        ES256,
                        EC_JWK,
                        Provider.jwk("k", OTHER.getPublic())),
                row(
                        "the same name twice, the right one second",
                        false,
                        ES256,
                        Provider.jwk("k", OTHER.getPublic()),
                        EC_JWK));
    }

    static List<Row> numbers() {
        BigInteger x = ((ECPublicKey) EC.getPublic()).getW().getAffineX();
        BigInteger y = ((ECPublicKey) EC.getPublic()).getW().getAffineY();
        List<Row> rows = new ArrayList<>(List.of(
                row("RSA of 2,048 bits", true, by(RSA), RSA_JWK),
                row("RSA of 1,024 bits", false, by(SMALL), Provider.jwk("k", SMALL.getPublic())),
                row("RSA of 2,040 bits", false, by(SHORT), Provider.jwk("k", SHORT.getPublic())),
                row(
                        "exponent 1, so that the message is its own signature",
                        false,
                        ownSignature(),
                        Provider.rsa("k", N, BigInteger.ONE)),
                row("an even exponent", false, RS256, Provider.rsa("k", N, BigInteger.valueOf(65_536))),
                row("exponent 0", false, RS256, Provider.rsa("k", N, BigInteger.ZERO)),
                row("another exponent", false, RS256, Provider.rsa("k", N, BigInteger.valueOf(3))),
                row(
                        "an even modulus",
                        false,
                        RS256,
                        Provider.rsa("k", N.add(BigInteger.ONE), BigInteger.valueOf(65_537))),
                row("one prime for a modulus", false, RS256, Provider.rsa("k", P, BigInteger.valueOf(65_537))),
                row(
                        "the modulus of somebody else",
                        false,
                        RS256,
                        Provider.jwk("k", rsa(2048).getPublic())),
                row(
                        "the point turned over",
                        false,
                        ES256,
                        Provider.ec("k", x, fieldPrime().subtract(y))),
                row("a point off the curve", false, ES256, Provider.ec("k", x, y.flipBit(0))),
                row("x and y exchanged", false, ES256, Provider.ec("k", y, x)),
                row("the point at infinity", false, ES256, Provider.ec("k", BigInteger.ZERO, BigInteger.ZERO)),
                row("the key of another", false, ES256, Provider.jwk("k", OTHER.getPublic()))));
        for (String curve : List.of("P-384", "P-521", "secp256k1", "p-256", "Ed25519", "")) {
            rows.add(row("a point of P-256, said to be of " + curve, false, ES256, EC_JWK.replace("P-256", curve)));
        }
        for (String kty : List.of("RSA", "oct", "OKP", "ec", "")) {
            rows.add(row("a P-256 key, said to be " + kty, false, ES256, EC_JWK.replace("\"EC\"", "\"" + kty + "\"")));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource({"uses", "numbers"})
    void aPublishedKey_verifiesOnlyWhatItIsFor(Row row) {
        try (Provider provider = new Provider(row.keys().toArray(String[]::new))) {
            assertThat(provider.verifier().authenticate(row.token()).isPresent())
                    .isEqualTo(row.taken());
        }
    }

    private static Row row(String name, boolean taken, String token, String... keys) {
        return new Row(name, taken, token, List.of(keys));
    }

    private static String by(KeyPair key) {
        return Token.of("RS256", "k").signed("SHA256withRSA", key.getPrivate());
    }

    /** Whoever raises to the power of 1 finds the message that was put there. */
    private static String ownSignature() {
        Token token = Token.of("RS256", "k");
        byte[] padding = new byte[202];
        Arrays.fill(padding, (byte) 0xFF);
        return token.with(Numbers.joined(
                new byte[] {0, 1},
                padding,
                new byte[1],
                HexFormat.of().parseHex("3031300d060960864801650304020105000420"),
                Numbers.digest("SHA-256", token.content())));
    }

    private static BigInteger fieldPrime() {
        return ((ECFieldFp)
                        ((ECPublicKey) EC.getPublic()).getParams().getCurve().getField())
                .getP();
    }

    private static String with(String jwk, String member) {
        return jwk.replace("}", "," + member + "}");
    }

    private static String without(String jwk, String name) {
        return jwk.replaceFirst("\"" + name + "\":\"[^\"]*\",", "");
    }

    private static KeyPair rsa(int bits) {
        return Token.pair("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    private static KeyPair ec(String curve) {
        return Token.pair("EC", new ECGenParameterSpec(curve));
    }
}
