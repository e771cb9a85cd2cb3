package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsError;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Function;

/** Sign and Verify. A message of type DIGEST is taken as the SHA-256 digest it claims to be and not hashed again. */
final class Signing {
    private static final int DIGEST_BYTES = 32;
    private static final int LONGEST_SIGNATURE = 6144;

    private final KeyRing keys;

    Signing(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Function<KmsRequest, ObjectNode>> operations() {
        return Map.of("Sign", this::sign, "Verify", this::verify);
    }

    private ObjectNode sign(KmsRequest request) {
        KmsKey key = keys.find(request.required("KeyId")).usableFor(KeyUsage.SIGN_VERIFY);
        SigningAlgorithm algorithm = algorithm(request, key);
        try {
            byte[] signature = algorithm.sign(key.pair().getPrivate(), digest(request));
            return reply(key, algorithm).put("Signature", signature);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private ObjectNode verify(KmsRequest request) {
        KmsKey key = keys.find(request.required("KeyId")).usableFor(KeyUsage.SIGN_VERIFY);
        SigningAlgorithm algorithm = algorithm(request, key);
        byte[] signature = request.blob("Signature", LONGEST_SIGNATURE);
        if (!algorithm.verifies(key.pair().getPublic(), digest(request), signature)) {
            throw new AwsError("KMSInvalidSignatureException", "The signature does not verify.");
        }
        return reply(key, algorithm).put("SignatureValid", true);
    }

    private static ObjectNode reply(KmsKey key, SigningAlgorithm algorithm) {
        return KmsJson.object().put("KeyId", key.arn()).put("SigningAlgorithm", algorithm.name());
    }

    private static SigningAlgorithm algorithm(KmsRequest request, KmsKey key) {
        SigningAlgorithm algorithm = SigningAlgorithm.named(request.required("SigningAlgorithm"));
        if (!key.spec().algorithms().contains(algorithm.name())) {
            throw new AwsError(
                    "InvalidKeyUsageException",
                    "Algorithm " + algorithm + " is incompatible with key spec " + key.spec() + ".");
        }
        return algorithm;
    }

    private static byte[] digest(KmsRequest request) {
        byte[] message = request.blob("Message", KmsRequest.LONGEST_BLOB);
        return switch (request.text("MessageType").orElse("RAW")) {
            case "RAW" -> sha256(message);
            case "DIGEST" -> {
                if (message.length != DIGEST_BYTES) {
                    throw new AwsError("ValidationException", "Digest is invalid length for the algorithm.");
                }
                yield message;
            }
            default -> throw KmsRequest.invalid("Value at 'messageType' must be RAW or DIGEST");
        };
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
