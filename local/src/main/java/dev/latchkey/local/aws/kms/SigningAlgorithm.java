package dev.latchkey.local.aws.kms;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;

/** The algorithms on offer, each over a ready SHA-256 digest. */
enum SigningAlgorithm {
    RSASSA_PKCS1_V1_5_SHA_256("NONEwithRSA") {
        @Override
        byte[] prepared(byte[] digest) {
            byte[] info = Arrays.copyOf(SHA_256_INFO, SHA_256_INFO.length + digest.length);
            System.arraycopy(digest, 0, info, SHA_256_INFO.length, digest.length);
            return info;
        }
    },
    RSASSA_PSS_SHA_256("") {
        @Override
        byte[] sign(PrivateKey key, byte[] digest) throws GeneralSecurityException {
            return RsaPss.sign(key, digest);
        }

        @Override
        boolean verifies(PublicKey key, byte[] digest, byte[] signature) {
            return RsaPss.verifies(key, digest, signature);
        }
    },
    ECDSA_SHA_256("NONEwithECDSA");

    /** DER of a DigestInfo for SHA-256 up to the digest (RFC 8017, 9.2 note 1). */
    private static final byte[] SHA_256_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private final String jdkName;

    SigningAlgorithm(String jdkName) {
        this.jdkName = jdkName;
    }

    static SigningAlgorithm named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> KmsRequest.invalid("Value at 'signingAlgorithm' must be one that is offered here"));
    }

    byte[] prepared(byte[] digest) {
        return digest;
    }

    byte[] sign(PrivateKey key, byte[] digest) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(jdkName);
        signer.initSign(key);
        signer.update(prepared(digest));
        return signer.sign();
    }

    boolean verifies(PublicKey key, byte[] digest, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(jdkName);
            verifier.initVerify(key);
            verifier.update(prepared(digest));
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
