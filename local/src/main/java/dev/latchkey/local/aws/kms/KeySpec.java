package dev.latchkey.local.aws.kms;

import dev.latchkey.local.aws.wire.AwsError;
import java.util.Arrays;
import java.util.List;

/** The kinds of key made here, with the algorithms KMS allows each. */
enum KeySpec {
    RSA_2048(KeyUsage.SIGN_VERIFY),
    ECC_NIST_P256(KeyUsage.SIGN_VERIFY),
    SYMMETRIC_DEFAULT(KeyUsage.ENCRYPT_DECRYPT),
    HMAC_256(KeyUsage.GENERATE_VERIFY_MAC);

    private final KeyUsage usage;

    KeySpec(KeyUsage usage) {
        this.usage = usage;
    }

    KeyUsage usage() {
        return usage;
    }

    List<String> algorithms() {
        return switch (this) {
            case RSA_2048 -> List.of("RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PSS_SHA_256");
            case ECC_NIST_P256 -> List.of("ECDSA_SHA_256");
            case SYMMETRIC_DEFAULT -> List.of("SYMMETRIC_DEFAULT");
            case HMAC_256 -> List.of("HMAC_SHA_256");
        };
    }

    boolean isPair() {
        return usage == KeyUsage.SIGN_VERIFY;
    }

    static KeySpec named(String name) {
        return Arrays.stream(values())
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AwsError("UnsupportedOperationException", "No keys of spec " + name + " here"));
    }
}
