package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.CallCounter;
import dev.latchkey.local.http.Reply;
import java.util.List;
import java.util.Map;

/** How many calls the functions have made, by service and operation. A service that was never called stands there empty. */
final class CallsHook {
    private CallsHook() {}

    static Reply reply(CallCounter counter) {
        Map<String, Map<String, Long>> counted = counter.snapshot();
        ObjectNode calls = HookJson.MAPPER.createObjectNode();
        List.of("dynamodb", "kms", "ses").forEach(calls::putObject);
        counted.forEach((service, operations) -> {
            ObjectNode counts = calls.withObjectProperty(service);
            operations.forEach(counts::put);
        });
        return HookJson.reply(calls);
    }
}
