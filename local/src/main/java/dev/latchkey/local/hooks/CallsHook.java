package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.CallCounter;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.util.Map;

/**
 * How many calls the functions have made, by service and operation. What was counted before this hook was made, by
 * the seed, is left out.
 */
final class CallsHook {
    private final CallCounter counter;
    private final Map<String, Map<String, Long>> before;

    CallsHook(CallCounter counter) {
        this.counter = counter;
        this.before = counter.snapshot();
    }

    Reply tell(Request request) {
        ObjectNode calls = HookJson.MAPPER.createObjectNode();
        counter.snapshot().forEach((service, operations) -> {
            ObjectNode counts = calls.putObject(service);
            operations.forEach((operation, count) -> {
                long since = count - before.getOrDefault(service, Map.of()).getOrDefault(operation, 0L);
                if (since > 0) {
                    counts.put(operation, since);
                }
            });
        });
        return HookJson.reply(calls);
    }
}
