package dev.latchkey.staff;

import static dev.latchkey.staff.Trial.refused;
import static dev.latchkey.staff.Trial.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks on an RS256 signature: the number and its octets, and the message in it (RFC 8017 sections 8.2.2 and 9.2), which is
 * put in by the private key itself, so that only its form is wrong. Header and claims are right in every row.
 */
class RsaTrialsTest {

    private static final String RS256 = "SHA256withRSA";
    private static final KeyPair KEY = pair(RSAKeyGenParameterSpec.F4);
    private static final Token TOKEN = Token.of("RS256", "k1");
    private static final byte[] RIGHT = TOKEN.signature(RS256, KEY.getPrivate());
    private static final BigInteger N = ((RSAPublicKey) KEY.getPublic()).getModulus();
    private static final BigInteger D = ((RSAPrivateKey) KEY.getPrivate()).getPrivateExponent();
    private static final int OCTETS = 256;

    private static final byte[] HASH = Numbers.digest("SHA-256", TOKEN.content());
    private static final String SHA256 = "3031300d060960864801650304020105000420";
    private static final Provider PROVIDER = new Provider(Provider.jwk("k1", KEY.getPublic()));
    private static final AuthenticateStaff STAFF = PROVIDER.verifier();

    private record Signed(Token token, BigInteger number) {

        byte[] octets() {
            return Numbers.fixed(number, OCTETS);
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    static List<Trial> numbers() {
        Signed small = startingWithZero();
        return List.of(
                taken("the signature as it was made", TOKEN.with(RIGHT)),
                refused("empty", TOKEN.with(new byte[0])),
                refused("one octet", TOKEN.with(new byte[1])),
                refused("one octet short", TOKEN.with(Arrays.copyOf(RIGHT, OCTETS - 1))),
                refused("one octet short in front", TOKEN.with(Arrays.copyOfRange(RIGHT, 1, OCTETS))),
                refused("one octet more behind", TOKEN.with(Arrays.copyOf(RIGHT, OCTETS + 1))),
                refused("one zero more in front", TOKEN.with(Numbers.joined(new byte[1], RIGHT))),
                refused("twice", TOKEN.with(Numbers.joined(RIGHT, RIGHT))),
                refused("half of it", TOKEN.with(Arrays.copyOf(RIGHT, OCTETS / 2))),
                taken("a number that begins with zeros, in full length", small.token.with(small.octets())),
                refused("the same without its zeros", small.token.with(Arrays.copyOfRange(small.octets(), 1, OCTETS))),
                refused("the number and the modulus", small.token.with(plusModulus(small.octets()))),
                refused("zero", number(BigInteger.ZERO)),
                refused("one", number(BigInteger.ONE)),
                refused("the modulus less one", number(N.subtract(BigInteger.ONE))),
                refused("the modulus", number(N)),
                refused("all ones", number(BigInteger.TWO.pow(8 * OCTETS).subtract(BigInteger.ONE))),
                refused("the modulus less the number", number(N.subtract(Numbers.of(RIGHT)))),
                refused(
                        "by another key",
                        TOKEN.signed(RS256, pair(RSAKeyGenParameterSpec.F4).getPrivate())),
                refused(
                        "by a key of P-256",
                        TOKEN.signed(
                                "SHA256withECDSA",
                                Token.pair("EC", new ECGenParameterSpec("secp256r1"))
                                        .getPrivate())),
                refused("of another token", TOKEN.with(TOKEN.numbered(1).signature(RS256, KEY.getPrivate()))),
                refused("over SHA-1", TOKEN.signed("SHA1withRSA", KEY.getPrivate())),
                refused("over MD5", TOKEN.signed("MD5withRSA", KEY.getPrivate())),
                refused("over SHA-384", TOKEN.signed("SHA384withRSA", KEY.getPrivate())),
                refused("over SHA-512", TOKEN.signed("SHA512withRSA", KEY.getPrivate())),
                refused("over SHA-512/256, as long", TOKEN.signed("SHA512/256withRSA", KEY.getPrivate())));
    }

    static List<Trial> messages() {
        byte[] info = hex(SHA256);
        byte[] ones = ones(OCTETS - 3 - info.length - 32);
        return List.of(
                taken("the message as it must be, by hand", message(1, ones, 0, info, HASH)),
                refused("of block type 0", message(0, ones, 0, info, HASH)),
                refused("of block type 2", message(2, ones, 0, info, HASH)),
                refused("a first octet of 1", raw(Numbers.joined(new byte[] {1, 1}, ones, new byte[1], info, HASH))),
                refused("without the zero after the padding", message(1, ones(ones.length), 0xFF, info, HASH)),
                refused("padding of zeros", message(1, new byte[ones.length], 0, info, HASH)),
                refused("one octet of the padding another", message(1, oneOther(ones), 0, info, HASH)),
                refused(
                        "8 octets of padding, then rubbish after the hash",
                        message(1, ones(8), 0, info, HASH, new byte[ones.length - 8])),
                refused(
                        "no padding, then rubbish after the hash",
                        message(1, new byte[0], 0, info, HASH, new byte[ones.length])),
                refused(
                        "one octet of rubbish after the hash",
                        message(1, ones(ones.length - 1), 0, info, HASH, new byte[1])),
                refused(
                        "rubbish before the digest's name",
                        message(1, ones(ones.length - 1), 0, new byte[1], info, HASH)),
                refused("the bare hash", message(1, ones(OCTETS - 35), 0, HASH)),
                refused("the hash as an octet string", message(1, ones(OCTETS - 37), 0, hex("0420"), HASH)),
                refused("the hash under the name of SHA-1", renamed("302d300906052b0e03021a05000420")),
                refused("the hash under the name of MD5", renamed("3030300c06082a864886f70d020505000420")),
                refused("the hash under the name of SHA-384", renamed(SHA256.replace("0304020105", "0304020205"))),
                refused("the hash under the name of SHA-512/256", renamed(SHA256.replace("0304020105", "0304020605"))),
                taken(
                        "no parameters instead of NULL, which RFC 4055 section 2.1 asks verifiers to take",
                        renamed("302f300b06096086480165030402010420")),
                refused("an octet string as parameters", renamed("3033300f060960864801650304020104020505" + "0420")),
                refused("rubbish in the parameters", renamed("3035301106096086480165030402010500deadbeef0420")),
                refused("a length in the long form", renamed("308131300d060960864801650304020105000420")),
                refused("a length without end", renamed("3080300d060960864801650304020105000420")),
                refused(
                        "the last octet of the hash cut off",
                        message(1, ones(ones.length + 1), 0, info, Arrays.copyOf(HASH, 31))),
                refused("a hash of zeros", message(1, ones, 0, info, new byte[32])),
                refused("the message turned round", raw(reversed(encoded(ones, info)))));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumber_isTakenOnlyWhereItIsTheKeysOwn(Trial trial) {
        assertThat(STAFF.authenticate(trial.token()).isPresent()).isEqualTo(trial.taken());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessage_isTakenOnlyInItsOneForm(Trial trial) {
        assertThat(STAFF.authenticate(trial.token()).isPresent()).isEqualTo(trial.taken());
    }

    @Test
    void oneBitChanged_refusesTheToken() {
        for (int bit :
                IntStream.iterate(0, at -> at < 8 * OCTETS, at -> at + 97).toArray()) {
            assertThat(STAFF.authenticate(number(Numbers.of(RIGHT).flipBit(bit))))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    private static String number(BigInteger number) {
        return TOKEN.with(Numbers.fixed(number, OCTETS));
    }

    /** Signs a message that was put together by hand. */
    private static String raw(byte[] message) {
        assertThat(message).hasSize(OCTETS);
        return number(Numbers.of(message).modPow(D, N));
    }

    private static String message(int type, byte[] padding, int separator, byte[]... rest) {
        return raw(Numbers.joined(
                new byte[] {0, (byte) type}, padding, new byte[] {(byte) separator}, Numbers.joined(rest)));
    }

    private static String renamed(String info) {
        return message(1, ones(OCTETS - 3 - info.length() / 2 - 32), 0, hex(info), HASH);
    }

    private static byte[] encoded(byte[] padding, byte[] info) {
        return Numbers.joined(new byte[] {0, 1}, padding, new byte[1], info, HASH);
    }

    /** Its first octet is 0 already. */
    private static byte[] reversed(byte[] message) {
        byte[] reversed = message.clone();
        for (int i = 1; i < message.length; i++) {
            reversed[i] = message[message.length - i];
        }
        return reversed;
    }

    private static byte[] ones(int count) {
        byte[] ones = new byte[count];
        Arrays.fill(ones, (byte) 0xFF);
        return ones;
    }

    private static byte[] oneOther(byte[] ones) {
        byte[] other = ones.clone();
        other[100] = (byte) 0xFE;
        return other;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** Signs a token anew until a signature begins with a zero, which one in 256 does. */
    private static Signed startingWithZero() {
        for (int number = 0; ; number++) {
            Token token = TOKEN.numbered(number);
            Signed signed = new Signed(token, Numbers.of(token.signature(RS256, KEY.getPrivate())));
            if (signed.octets()[0] == 0) {
                return signed;
            }
        }
    }

    private static byte[] plusModulus(byte[] signature) {
        BigInteger sum = Numbers.of(signature).add(N);
        return Numbers.fixed(sum, sum.bitLength() > 8 * OCTETS ? OCTETS + 1 : OCTETS);
    }

    private static KeyPair pair(BigInteger exponent) {
        return Token.pair("RSA", new RSAKeyGenParameterSpec(8 * OCTETS, exponent));
    }
}
