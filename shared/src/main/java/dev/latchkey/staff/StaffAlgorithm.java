package dev.latchkey.staff;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.auth0.jwt.algorithms.Algorithm;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * The one algorithm that goes with a published key, RFC 8725 section 3.1: RS256 with RSA of 2,048 bits or more, ES256
 * with P-256. What the token's header asks for never chooses it.
 */
final class StaffAlgorithm {

    private static final int SMALLEST_MODULUS = 2048;
    private static final int P256_BITS = 256;

    private StaffAlgorithm() {}

    /** Empty for a key of another kind, too weak, malformed, or published for something else than signatures. */
    static Optional<Algorithm> of(Jwk key) {
        boolean forSignatures = key.getUsage() == null || "sig".equals(key.getUsage());
        return forSignatures
                ? publicKey(key).flatMap(StaffAlgorithm::of).filter(algorithm -> agrees(key, algorithm))
                : Optional.empty();
    }

    private static boolean agrees(Jwk key, Algorithm algorithm) {
        return key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm.getName());
    }

    private static Optional<Algorithm> of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa
            when rsa.getModulus().bitLength() >= SMALLEST_MODULUS -> Optional.of(Algorithm.RSA256(rsa, null));
            case ECPublicKey ec
            when ec.getParams().getOrder().bitLength() == P256_BITS -> Optional.of(Algorithm.ECDSA256(ec, null));
            default -> Optional.empty();
        };
    }

    private static Optional<PublicKey> publicKey(Jwk key) {
        try {
            return Optional.of(key.getPublicKey());
        } catch (InvalidPublicKeyException | RuntimeException malformed) {
            return Optional.empty();
        }
    }
}
