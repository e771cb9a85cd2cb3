package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.aws.wire.AwsReply;
import dev.latchkey.local.aws.wire.AwsService;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** KMS over JSON 1.1. */
public final class KmsService implements AwsService {
    private static final String JSON_1_1 = "application/x-amz-json-1.1";

    private final Map<String, Function<KmsRequest, ObjectNode>> operations = new HashMap<>();
    private final KeyRing keys;

    public KmsService(KeyRing keys, InstantSource clock) {
        this.keys = keys;
        operations.putAll(new KeyCatalogue(keys).operations());
        operations.putAll(new KeyLifecycle(keys, clock).operations());
        operations.putAll(new Signing(keys).operations());
        operations.putAll(new Encryption(keys).operations());
        operations.putAll(new DataKeys(keys).operations());
        operations.putAll(new Macs(keys).operations());
    }

    @Override
    public AwsReply answer(AwsCall call) {
        var operation = operations.get(call.operation());
        if (operation == null) {
            throw new AwsError("UnknownOperationException", call.operation() + " is not offered here");
        }
        return AwsReply.json(200, JSON_1_1, operation.apply(new KmsRequest(body(call))));
    }

    /**
     * The key that a call is about, as policies name it: by its ARN, whichever name the call has for it, or a ciphertext
     * that it brings. What names no key is about all of them, and a key that is not here keeps the name it was called by.
     */
    public String keyArn(AwsCall call) {
        KmsRequest request = new KmsRequest(body(call));
        String name = request.text("KeyId")
                .or(() -> request.text("CiphertextBlob").flatMap(given -> Encryption.keyOf(request)))
                .orElse("*");
        try {
            return name.equals("*") ? name : keys.find(name).arn();
        } catch (AwsError unknown) {
            return name;
        }
    }

    public static JsonNode body(AwsCall call) {
        try {
            return KmsJson.MAPPER.readTree(call.text());
        } catch (JsonProcessingException notJson) {
            throw new AwsError("SerializationException", "The body is not JSON");
        }
    }

    static AwsReply refusal(AwsError error) {
        var body = KmsJson.object().put("__type", error.code()).put("message", error.message());
        return AwsReply.json(error.status(), JSON_1_1, body);
    }

    @Override
    public AwsReply error(AwsCall call, AwsError error) {
        return refusal(error);
    }
}
