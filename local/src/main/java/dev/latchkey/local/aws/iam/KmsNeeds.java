package dev.latchkey.local.aws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.aws.kms.KmsService;
import dev.latchkey.local.aws.wire.AwsCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a call of KMS asks leave for: its operation on the key, whichever of the key's names it uses. */
final class KmsNeeds implements Function<AwsCall, List<Need>> {
    private final Function<AwsCall, String> keys;

    KmsNeeds(Function<AwsCall, String> keys) {
        this.keys = keys;
    }

    @Override
    public List<Need> apply(AwsCall call) {
        JsonNode body = KmsService.body(call);
        Map<String, List<String>> context = new HashMap<>();
        List<String> names = new ArrayList<>();
        body.path("EncryptionContext").properties().forEach(entry -> {
            names.add(entry.getKey());
            context.put(
                    ConditionKey.CONTEXT.name() + entry.getKey(),
                    List.of(entry.getValue().asText()));
        });
        context.put(ConditionKey.CONTEXT_KEYS.name(), names);
        if (body.has("SigningAlgorithm")) {
            context.put(
                    ConditionKey.SIGNING_ALGORITHM.name(),
                    List.of(body.path("SigningAlgorithm").asText()));
        }
        return List.of(new Need("kms:" + call.operation(), keys.apply(call), context));
    }
}
