package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsError;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Encrypt and Decrypt under a symmetric key, bound to the encryption context. */
final class Encryption {
    private static final String ALGORITHM = "SYMMETRIC_DEFAULT";
    private static final int LONGEST_CIPHERTEXT = 6144;

    private final KeyRing keys;

    Encryption(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Function<KmsRequest, ObjectNode>> operations() {
        return Map.of("Encrypt", this::encrypt, "Decrypt", this::decrypt);
    }

    /** The id of the key that the call's ciphertext says it was made with. */
    static Optional<String> keyOf(KmsRequest request) {
        return CiphertextBlob.keyId(request.blob("CiphertextBlob", LONGEST_CIPHERTEXT));
    }

    private ObjectNode encrypt(KmsRequest request) {
        KmsKey key = keys.find(request.required("KeyId")).usableFor(KeyUsage.ENCRYPT_DECRYPT);
        requireAlgorithm(request);
        byte[] plaintext = request.blob("Plaintext", KmsRequest.LONGEST_BLOB);
        return KmsJson.object()
                .put("KeyId", key.arn())
                .put("CiphertextBlob", CiphertextBlob.seal(key, plaintext, request.encryptionContext()))
                .put("EncryptionAlgorithm", ALGORITHM);
    }

    private ObjectNode decrypt(KmsRequest request) {
        requireAlgorithm(request);
        byte[] blob = request.blob("CiphertextBlob", LONGEST_CIPHERTEXT);
        KmsKey key = keyOf(blob);
        request.text("KeyId")
                .map(keys::find)
                .filter(named -> !named.id().equals(key.id()))
                .ifPresent(other -> {
                    throw new AwsError(
                            "IncorrectKeyException",
                            "The key ID in the request does not identify a key that can decrypt this.");
                });
        key.usableFor(KeyUsage.ENCRYPT_DECRYPT);
        return KmsJson.object()
                .put("KeyId", key.arn())
                .put("Plaintext", CiphertextBlob.open(key, blob, request.encryptionContext()))
                .put("EncryptionAlgorithm", ALGORITHM);
    }

    /** A blob that names no key of ours is not told apart from a damaged one. */
    private KmsKey keyOf(byte[] blob) {
        return CiphertextBlob.keyId(blob)
                .map(id -> keys.contents().keys().get(id))
                .filter(key -> key.spec() == KeySpec.SYMMETRIC_DEFAULT)
                .orElseThrow(CiphertextBlob::invalid);
    }

    private static void requireAlgorithm(KmsRequest request) {
        if (!request.text("EncryptionAlgorithm").orElse(ALGORITHM).equals(ALGORITHM)) {
            throw new AwsError("InvalidKeyUsageException", "Only SYMMETRIC_DEFAULT is offered here.");
        }
    }
}
