package dev.latchkey.crypto;

import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** The JWS algorithms we sign with, RFC 7518 section 3.1, and what KMS calls them. */
public enum SigningAlgorithm {
    RS256(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256),
    ES256(SigningAlgorithmSpec.ECDSA_SHA_256);

    final SigningAlgorithmSpec spec;

    SigningAlgorithm(SigningAlgorithmSpec spec) {
        this.spec = spec;
    }
}
