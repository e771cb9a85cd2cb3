package dev.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Signatures that nobody's private key made: with the exponent 3 a number whose cube begins, or ends, as a signed message does
 * is found by arithmetic. Who reads the message leniently takes them; each forgery is first shown to be one that they take.
 */
class CubeRootForgeryTest {

    private static final int OCTETS = 256;
    private static final byte[] SHA256 = HexFormat.of().parseHex("3031300d060960864801650304020105000420");
    private static final KeyPair KEY =
            Token.pair("RSA", new RSAKeyGenParameterSpec(8 * OCTETS, RSAKeyGenParameterSpec.F0));
    private static final BigInteger N = ((RSAPublicKey) KEY.getPublic()).getModulus();
    private static final Token TOKEN = Token.of("RS256", "k3");
    private static final Provider PROVIDER = new Provider(Provider.jwk("k3", KEY.getPublic()));
    private static final AuthenticateStaff STAFF = PROVIDER.verifier();

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void theKeysOwnSignature_isTaken() {
        assertThat(STAFF.authenticate(TOKEN.signed("SHA256withRSA", KEY.getPrivate())))
                .isPresent();
    }

    @Test
    void aCubeThatBeginsAsTheMessageDoes_withRubbishBehindTheHash_isRefused() {
        for (int padding : new int[] {0, 1, 8, 16}) {
            byte[] begin = Numbers.joined(new byte[] {0, 1}, ones(padding), new byte[1], SHA256, hash(TOKEN));
            BigInteger least = Numbers.of(Arrays.copyOf(begin, OCTETS));
            BigInteger root = cubeRoot(least).add(BigInteger.ONE);
            assertThat(Arrays.copyOf(cube(root), begin.length)).isEqualTo(begin);
            assertThat(STAFF.authenticate(TOKEN.with(Numbers.fixed(root, OCTETS))))
                    .isEmpty();
        }
    }

    @Test
    void aCubeThatEndsAsTheMessageDoes_withRubbishForPadding_isRefused() {
        Token odd = TOKEN;
        for (int number = 0; (hash(odd)[31] & 1) == 0; number++) {
            odd = TOKEN.numbered(number);
        }
        byte[] end = Numbers.joined(new byte[1], SHA256, hash(odd));
        BigInteger root = cubeRootOfEnd(Numbers.of(end), 8 * end.length);
        assertThat(Arrays.copyOfRange(cube(root), OCTETS - end.length, OCTETS)).isEqualTo(end);
        assertThat(STAFF.authenticate(odd.with(Numbers.fixed(root, OCTETS)))).isEmpty();
    }

    @Test
    void aCubeThatBeginsAndEndsRight_withRubbishInTheMiddle_isRefused() {
        Token odd = TOKEN;
        for (int number = 0; (hash(odd)[31] & 1) == 0; number++) {
            odd = TOKEN.numbered(number);
        }
        byte[] end = Numbers.joined(new byte[1], SHA256, hash(odd));
        BigInteger low = cubeRootOfEnd(Numbers.of(end), 8 * end.length);
        byte[] begin = Numbers.joined(new byte[] {0, 1}, ones(16));
        BigInteger high = cubeRoot(Numbers.of(Arrays.copyOf(begin, OCTETS)).add(BigInteger.TWO.pow(8 * (OCTETS - 20))));
        BigInteger root =
                high.shiftRight(8 * end.length).shiftLeft(8 * end.length).add(low);
        assertThat(Arrays.copyOf(cube(root), 10)).isEqualTo(Arrays.copyOf(begin, 10));
        assertThat(Arrays.copyOfRange(cube(root), OCTETS - end.length, OCTETS)).isEqualTo(end);
        assertThat(STAFF.authenticate(odd.with(Numbers.fixed(root, OCTETS)))).isEmpty();
    }

    private static byte[] hash(Token token) {
        return Numbers.digest("SHA-256", token.content());
    }

    private static byte[] cube(BigInteger root) {
        assertThat(root.pow(3)).isLessThan(N);
        return Numbers.fixed(root.pow(3), OCTETS);
    }

    /** The largest number whose cube is not larger. */
    private static BigInteger cubeRoot(BigInteger cube) {
        BigInteger root = BigInteger.ZERO;
        for (int bit = cube.bitLength() / 3 + 1; bit >= 0; bit--) {
            BigInteger larger = root.setBit(bit);
            root = larger.pow(3).compareTo(cube) <= 0 ? larger : root;
        }
        return root;
    }

    /** The number whose cube ends in these bits, of which the last is 1. */
    private static BigInteger cubeRootOfEnd(BigInteger end, int bits) {
        BigInteger root = BigInteger.ONE;
        for (int bit = 1; bit < bits; bit++) {
            root = root.pow(3).testBit(bit) == end.testBit(bit) ? root : root.setBit(bit);
        }
        return root;
    }

    private static byte[] ones(int count) {
        byte[] ones = new byte[count];
        Arrays.fill(ones, (byte) 0xFF);
        return ones;
    }
}
