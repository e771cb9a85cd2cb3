package dev.latchkey.crypto;

import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;

/** Lets the JWT library sign with a key that never leaves KMS. It signs only; verifying needs no KMS call. */
public final class KmsAlgorithm extends Algorithm {

    private final Kms kms;
    private final SigningKey key;

    public KmsAlgorithm(Kms kms, SigningKey key) {
        super(key.algorithm().name(), "signed by KMS");
        this.kms = kms;
        this.key = key;
    }

    @Override
    public byte[] sign(byte[] content) {
        return kms.sign(key, content);
    }

    @Override
    public String getSigningKeyId() {
        return key.kid();
    }

    @Override
    public void verify(DecodedJWT token) {
        throw new IllegalStateException("access tokens are verified with the published key");
    }
}
