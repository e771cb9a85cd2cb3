package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsError;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;

/** GenerateMac and VerifyMac with HMAC-SHA-256. */
final class Macs {
    private static final String ALGORITHM = "HMAC_SHA_256";
    private static final int LONGEST_MAC = 6144;

    private final KeyRing keys;

    Macs(KeyRing keys) {
        this.keys = keys;
    }

    Map<String, Function<KmsRequest, ObjectNode>> operations() {
        return Map.of("GenerateMac", this::generate, "VerifyMac", this::verify);
    }

    private ObjectNode generate(KmsRequest request) {
        KmsKey key = key(request);
        return reply(key).put("Mac", mac(key, request));
    }

    private ObjectNode verify(KmsRequest request) {
        KmsKey key = key(request);
        if (!MessageDigest.isEqual(mac(key, request), request.blob("Mac", LONGEST_MAC))) {
            throw new AwsError("KMSInvalidMacException", "The MAC does not verify.");
        }
        return reply(key).put("MacValid", true);
    }

    private static ObjectNode reply(KmsKey key) {
        return KmsJson.object().put("KeyId", key.arn()).put("MacAlgorithm", ALGORITHM);
    }

    private KmsKey key(KmsRequest request) {
        KmsKey key = keys.find(request.required("KeyId")).usableFor(KeyUsage.GENERATE_VERIFY_MAC);
        if (!request.required("MacAlgorithm").equals(ALGORITHM)) {
            throw new AwsError("InvalidKeyUsageException", "Only " + ALGORITHM + " fits " + key.arn() + ".");
        }
        return key;
    }

    private static byte[] mac(KmsKey key, KmsRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.secret());
            return mac.doFinal(request.blob("Message", KmsRequest.LONGEST_BLOB));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
