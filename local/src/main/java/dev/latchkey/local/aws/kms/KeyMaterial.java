package dev.latchkey.local.aws.kms;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secret itself: it leaves this package only into the key file. */
sealed interface KeyMaterial {
    record Pair(KeyPair keys) implements KeyMaterial {
        @Override
        public String toString() {
            return "Pair[hidden]";
        }
    }

    record Secret(SecretKey key) implements KeyMaterial {
        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    static KeyMaterial generate(KeySpec spec) {
        try {
            return switch (spec) {
                case RSA_2048 -> {
                    var generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(2048);
                    yield new Pair(generator.generateKeyPair());
                }
                case ECC_NIST_P256 -> {
                    var generator = KeyPairGenerator.getInstance("EC");
                    generator.initialize(new ECGenParameterSpec("secp256r1"));
                    yield new Pair(generator.generateKeyPair());
                }
                case SYMMETRIC_DEFAULT, HMAC_256 -> {
                    byte[] secret = new byte[32];
                    new SecureRandom().nextBytes(secret);
                    yield secret(spec, secret);
                }
            };
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static KeyMaterial secret(KeySpec spec, byte[] secret) {
        return new Secret(new SecretKeySpec(secret, spec == KeySpec.HMAC_256 ? "HmacSHA256" : "AES"));
    }

    /** From PKCS #8 and X.509 encodings. */
    static KeyMaterial pair(KeySpec spec, byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance(spec == KeySpec.RSA_2048 ? "RSA" : "EC");
        return new Pair(new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(publicKey)),
                factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey))));
    }
}
