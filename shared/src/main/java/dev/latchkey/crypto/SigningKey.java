package dev.latchkey.crypto;

/**
 * The KMS key that signs access tokens.
 *
 * @param arn the key's ARN, which is never published
 * @param algorithm the one algorithm that goes with the key
 */
public record SigningKey(String arn, SigningAlgorithm algorithm) {

    private static final int KID_LENGTH = 22;

    /** The key's public name: a hash of its id, which tells nothing about account, region or key. */
    public String kid() {
        return kid(arn);
    }

    static String kid(String arn) {
        return Digest.sha256(arn).substring(0, KID_LENGTH);
    }
}
