package dev.latchkey.local.aws.kms;

/** What a key may do; KMS allows a key one of them, for good. */
enum KeyUsage {
    SIGN_VERIFY("SigningAlgorithms"),
    ENCRYPT_DECRYPT("EncryptionAlgorithms"),
    GENERATE_VERIFY_MAC("MacAlgorithms");

    private final String algorithmsField;

    KeyUsage(String algorithmsField) {
        this.algorithmsField = algorithmsField;
    }

    /** The field of key metadata that lists a key's algorithms. */
    String algorithmsField() {
        return algorithmsField;
    }
}
