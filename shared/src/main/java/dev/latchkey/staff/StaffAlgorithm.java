package dev.latchkey.staff;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;
import java.util.List;
import java.util.Optional;

/**
 * The one algorithm of a published key, RFC 8725 section 3.1: RS256 for a sound RSA key of at least 2,048 bits, ES256
 * for P-256. The token's header never chooses it.
 */
final class StaffAlgorithm {

    private static final int SMALLEST_MODULUS = 2048;
    private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(3);
    private static final int P256_BITS = 256;

    private StaffAlgorithm() {}

    /** Empty if the key is of another kind, weak, malformed, compromised, or not published for signatures. */
    static Optional<Algorithm> of(Jwk key) {
        return isForSignatures(key) && !isGivenAway(key)
                ? publicKey(key).flatMap(StaffAlgorithm::of).filter(algorithm -> agrees(key, algorithm))
                : Optional.empty();
    }

    private static boolean isForSignatures(Jwk key) {
        List<String> operations = key.getOperationsAsList();
        boolean mayVerify = operations == null || operations.contains("verify");
        return mayVerify && (key.getUsage() == null || "sig".equals(key.getUsage()));
    }

    /** Whether its private part was published with it. Then anybody can sign. */
    private static boolean isGivenAway(Jwk key) {
        return key.getAdditionalAttributes().containsKey("d");
    }

    private static boolean agrees(Jwk key, Algorithm algorithm) {
        return key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm.getName());
    }

    private static Optional<Algorithm> of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa when isSound(rsa) -> Optional.of(Algorithm.RSA256(rsa, null));
            case ECPublicKey ec
            when ec.getParams().getOrder().bitLength() == P256_BITS && isOnItsCurve(ec) ->
                Optional.of(Algorithm.ECDSA256(ec, null));
            default -> Optional.empty();
        };
    }

    /** RFC 8017 section 3.1. With an even exponent, or 1, anybody could sign. */
    private static boolean isSound(RSAPublicKey key) {
        BigInteger exponent = key.getPublicExponent();
        return key.getModulus().bitLength() >= SMALLEST_MODULUS
                && key.getModulus().testBit(0)
                && exponent.testBit(0)
                && exponent.compareTo(SMALLEST_EXPONENT) >= 0;
    }

    /** The JDK accepts any point as a key. SEC 1 section 3.2.2.1 requires the recipient to validate it. */
    private static boolean isOnItsCurve(ECPublicKey key) {
        EllipticCurve curve = key.getParams().getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = key.getW().getAffineX();
        BigInteger y = key.getW().getAffineY();
        BigInteger cubic = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
        boolean inField = x.compareTo(p) < 0 && y.compareTo(p) < 0;
        return inField && y.multiply(y).subtract(cubic).mod(p).signum() == 0;
    }

    private static Optional<PublicKey> publicKey(Jwk key) {
        try {
            return Optional.of(key.getPublicKey());
        } catch (InvalidPublicKeyException | RuntimeException malformed) {
            return Optional.empty();
        }
    }
}
