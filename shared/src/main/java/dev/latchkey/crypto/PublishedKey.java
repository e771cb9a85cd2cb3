package dev.latchkey.crypto;

import com.auth0.jwt.algorithms.Algorithm;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** The public half of a signing key, under its public name. */
public record PublishedKey(String kid, PublicKey key) {

    /** What verifies this key's signatures: the one algorithm that goes with its kind. */
    public Algorithm verifier() {
        return switch (key) {
            case RSAPublicKey rsa -> Algorithm.RSA256(rsa, null);
            case ECPublicKey ec -> Algorithm.ECDSA256(ec, null);
            default -> throw new IllegalStateException("no verifier for this kind of key");
        };
    }
}
