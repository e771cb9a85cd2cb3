package dev.latchkey.crypto;

import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * Checks an invalid signature, so that the classes for it are loaded before the first real one. It needs no key: the
 * arithmetic is the same with any odd modulus, and nothing was ever signed for this one.
 */
final class SignatureWarmUp {

    private static final int BITS = 2048;
    private static final String EMPTY = "e30";
    private static final int ENCODED = 342;

    private SignatureWarmUp() {}

    static void run() {
        Jws unsigned =
                Jws.parse(EMPTY + "." + EMPTY + "." + "A".repeat(ENCODED)).orElseThrow();
        if (unsigned.isSignedBy(Algorithm.RSA256(key(), null))) {
            throw new IllegalStateException("a signature of zeros was taken");
        }
    }

    private static RSAPublicKey key() {
        BigInteger modulus = BigInteger.ONE.shiftLeft(BITS).subtract(BigInteger.ONE);
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }
}
