package dev.latchkey.staff;

import static dev.latchkey.staff.Trial.refused;
import static dev.latchkey.staff.Trial.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks on the two numbers of an ES256 signature (RFC 7518 section 3.4, SEC 1 section 4.1.4). Header and claims are right
 * in every row; but for the signature each token is the one that is taken in the first.
 */
class EcdsaTrialsTest {

    private static final String JOSE = "SHA256withECDSAinP1363Format";
    private static final ECNamedCurveParameterSpec CURVE = ECNamedCurveTable.getParameterSpec("secp256r1");
    private static final BigInteger N = CURVE.getN();
    private static final BigInteger P = CURVE.getCurve().getField().getCharacteristic();
    private static final KeyPair KEY = pair("secp256r1");
    private static final BigInteger D = ((ECPrivateKey) KEY.getPrivate()).getS();
    private static final Token TOKEN = Token.of("ES256", "k1");
    private static final BigInteger Z = Numbers.of(Numbers.digest("SHA-256", TOKEN.content()));
    private static final byte[] RIGHT = TOKEN.signature(JOSE, KEY.getPrivate());
    private static final BigInteger R = Numbers.of(Arrays.copyOf(RIGHT, 32));
    private static final BigInteger S = Numbers.of(Arrays.copyOfRange(RIGHT, 32, 64));

    /** Of other keys of the same provider, by which a chosen pair of numbers is a right signature. */
    private static final Made SMALL_R = made("small-r", smallX(), BigInteger.valueOf(1_234_567));

    private static final Made SMALL_S = made("small-s", CURVE.getG().multiply(BigInteger.TEN), BigInteger.valueOf(7));
    private static final Provider PROVIDER =
            new Provider(Provider.jwk("k1", KEY.getPublic()), SMALL_R.jwk(), SMALL_S.jwk());
    private static final AuthenticateStaff STAFF = PROVIDER.verifier();

    /** A signature that was chosen first, and a key that was computed so that it verifies. */
    private record Made(Token token, BigInteger r, BigInteger s, String jwk) {

        String with(BigInteger otherR, BigInteger otherS) {
            return token.with(jose(otherR, otherS));
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    static List<Trial> trials() {
        List<Trial> trials = new ArrayList<>(List.of(
                taken("the signature as it was made", TOKEN.with(RIGHT)),
                taken(
                        "s replaced by n - s, which verifies as well; nothing here is keyed on a token's text",
                        pair(R, N.subtract(S))),
                refused("r and s exchanged", pair(S, R)),
                refused("r replaced by n - r", pair(N.subtract(R), S)),
                refused("in DER instead of r and s", TOKEN.signed("SHA256withECDSA", KEY.getPrivate())),
                refused("one octet short", TOKEN.with(Arrays.copyOf(RIGHT, 63))),
                refused("one octet more behind", TOKEN.with(Arrays.copyOf(RIGHT, 65))),
                refused("one zero more in front", TOKEN.with(Numbers.joined(new byte[1], RIGHT))),
                refused("r and s padded to 48 octets each", TOKEN.with(wide(48))),
                refused("r and s padded to 66 octets each", TOKEN.with(wide(66))),
                refused("twice", TOKEN.with(Numbers.joined(RIGHT, RIGHT))),
                refused("r alone", TOKEN.with(Arrays.copyOf(RIGHT, 32))),
                refused("64 zeros", TOKEN.with(new byte[64])),
                refused("one octet", TOKEN.with(new byte[1])),
                refused("empty", TOKEN.with(new byte[0])),
                refused(
                        "numbers that lead to the point at infinity",
                        pair(Z.negate().multiply(D.modInverse(N)).mod(N), S)),
                refused("over SHA-384", TOKEN.signed("SHA384withECDSAinP1363Format", KEY.getPrivate())),
                refused("over SHA-512", TOKEN.signed("SHA512withECDSAinP1363Format", KEY.getPrivate())),
                refused("over SHA-1", TOKEN.signed("SHA1withECDSAinP1363Format", KEY.getPrivate())),
                refused(
                        "by another key of the curve",
                        TOKEN.signed(JOSE, pair("secp256r1").getPrivate())),
                refused(
                        "by a key of P-384",
                        TOKEN.signed(JOSE, pair("secp384r1").getPrivate())),
                refused(
                        "by a key of P-521",
                        TOKEN.signed(JOSE, pair("secp521r1").getPrivate())),
                refused("by a key of secp256k1", TOKEN.with(bySecp256k1())),
                refused("of another token", TOKEN.with(TOKEN.numbered(1).signature(JOSE, KEY.getPrivate()))),
                taken("a small r, by the key that was made for it", SMALL_R.with(SMALL_R.r, SMALL_R.s)),
                refused("the same with r + n", SMALL_R.with(SMALL_R.r.add(N), SMALL_R.s)),
                taken("a small s, by the key that was made for it", SMALL_S.with(SMALL_S.r, SMALL_S.s)),
                refused("the same with s + n", SMALL_S.with(SMALL_S.r, SMALL_S.s.add(N)))));
        trials.addAll(edges());
        return trials;
    }

    /** Every pair of numbers at an edge of the range, and each of them beside a right number. */
    private static List<Trial> edges() {
        BigInteger largest = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
        List<BigInteger> edges = List.of(
                BigInteger.ZERO, BigInteger.ONE, N.subtract(BigInteger.ONE), N, N.add(BigInteger.ONE), P, largest);
        List<Trial> trials = new ArrayList<>();
        for (BigInteger edge : edges) {
            trials.add(refused("r = " + edge.toString(16), pair(edge, S)));
            trials.add(refused("s = " + edge.toString(16), pair(R, edge)));
            for (BigInteger other : edges) {
                trials.add(refused("r = " + edge.toString(16) + ", s = " + other.toString(16), pair(edge, other)));
            }
        }
        return trials;
    }

    @ParameterizedTest
    @MethodSource("trials")
    void aSignature_isTakenOnlyWhereItIsTheKeysOwn(Trial trial) {
        assertThat(STAFF.authenticate(trial.token()).isPresent()).isEqualTo(trial.taken());
    }

    @ParameterizedTest
    @MethodSource("octets")
    void oneOctetChanged_refusesTheToken(int octet) {
        for (int bit = 0; bit < 8; bit++) {
            byte[] changed = RIGHT.clone();
            changed[octet] ^= (byte) (1 << bit);
            assertThat(STAFF.authenticate(TOKEN.with(changed))).isEmpty();
        }
    }

    static List<Integer> octets() {
        return List.of(0, 1, 15, 31, 32, 33, 47, 63);
    }

    private static String pair(BigInteger r, BigInteger s) {
        return TOKEN.with(jose(r, s));
    }

    private static byte[] jose(BigInteger r, BigInteger s) {
        return Numbers.joined(Numbers.fixed(r, 32), Numbers.fixed(s, 32));
    }

    private static byte[] wide(int octets) {
        return Numbers.joined(Numbers.fixed(R, octets), Numbers.fixed(S, octets));
    }

    private static KeyPair pair(String curve) {
        return Token.pair("EC", new ECGenParameterSpec(curve));
    }

    /** A point whose x, and so the r that it stands for, leaves room for the order to be added within 256 bits. */
    private static ECPoint smallX() {
        BigInteger a = CURVE.getCurve().getA().toBigInteger();
        BigInteger b = CURVE.getCurve().getB().toBigInteger();
        BigInteger x = BigInteger.ONE;
        while (!isSquare(x.pow(3).add(a.multiply(x)).add(b).mod(P))) {
            x = x.add(BigInteger.ONE);
        }
        return CURVE.getCurve().decodePoint(Numbers.joined(new byte[] {2}, Numbers.fixed(x, 32)));
    }

    private static boolean isSquare(BigInteger number) {
        return number.modPow(P.shiftRight(1), P).equals(BigInteger.ONE);
    }

    /** The key Q for which s·R = z·G + r·Q. */
    private static Made made(String kid, ECPoint point, BigInteger s) {
        Token token = Token.of("ES256", kid);
        BigInteger z = Numbers.of(Numbers.digest("SHA-256", token.content()));
        BigInteger r = point.normalize().getAffineXCoord().toBigInteger().mod(N);
        ECPoint key = point.multiply(s)
                .subtract(CURVE.getG().multiply(z.mod(N)))
                .multiply(r.modInverse(N))
                .normalize();
        String jwk = Provider.ec(
                kid, key.getAffineXCoord().toBigInteger(), key.getAffineYCoord().toBigInteger());
        return new Made(token, r, s, jwk);
    }

    /** The JDK has this curve no more. */
    private static byte[] bySecp256k1() {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("secp256k1");
        ECDSASigner signer = new ECDSASigner();
        signer.init(
                true,
                new ECPrivateKeyParameters(D, new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN())));
        BigInteger[] pair = signer.generateSignature(Numbers.fixed(Z, 32));
        return jose(pair[0], pair[1]);
    }
}
