package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Random bytes, plain or sealed under a key. */
final class DataKeys {
    private static final int MOST_BYTES = 1024;

    private final KeyRing keys;

    DataKeys(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Function<KmsRequest, ObjectNode>> operations() {
        return Map.of(
                "GenerateDataKey", this::dataKey,
                "GenerateDataKeyWithoutPlaintext", request -> dataKey(request).without("Plaintext"),
                "GenerateRandom", this::random);
    }

    private ObjectNode dataKey(KmsRequest request) {
        KmsKey key = keys.find(request.required("KeyId")).usableFor(KeyUsage.ENCRYPT_DECRYPT);
        byte[] plaintext = randomBytes(size(request));
        return KmsJson.object()
                .put("KeyId", key.arn())
                .put("Plaintext", plaintext)
                .put("CiphertextBlob", CiphertextBlob.seal(key, plaintext, request.encryptionContext()));
    }

    private ObjectNode random(KmsRequest request) {
        int count = request.number("NumberOfBytes").orElse(0);
        return KmsJson.object().put("Plaintext", randomBytes(inRange(count)));
    }

    private static int size(KmsRequest request) {
        Optional<String> spec = request.text("KeySpec");
        Optional<Integer> count = request.number("NumberOfBytes");
        if (spec.isPresent() == count.isPresent()) {
            throw KmsRequest.invalid("Please specify either number of bytes or key spec.");
        }
        return count.map(DataKeys::inRange).orElseGet(() -> switch (spec.orElseThrow()) {
            case "AES_256" -> 32;
            case "AES_128" -> 16;
            default -> throw KmsRequest.invalid("Value at 'keySpec' must be AES_256 or AES_128");
        });
    }

    private static int inRange(int count) {
        if (count < 1 || count > MOST_BYTES) {
            throw KmsRequest.invalid("Value at 'numberOfBytes' must be 1 to " + MOST_BYTES);
        }
        return count;
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
