package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.Fault;
import dev.latchkey.local.aws.Faults;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.util.Set;

/** Makes the local AWS endpoint fail on purpose, once and before the call's effect unless asked otherwise. */
final class FaultHook {
    private static final Set<String> FIELDS = Set.of("service", "operation", "error", "times", "when");

    private final Faults faults;

    FaultHook(Faults faults) {
        this.faults = faults;
    }

    Reply add(Request request) {
        ObjectNode asked = HookJson.object(request, FIELDS);
        try {
            faults.add(new Fault(
                    HookJson.text(asked, "service"),
                    HookJson.text(asked, "operation"),
                    HookJson.text(asked, "error"),
                    times(asked.path("times")),
                    when(asked.path("when"))));
        } catch (IllegalArgumentException refused) {
            throw HookProblem.invalid(String.valueOf(refused.getMessage()));
        }
        return HookJson.done("SET");
    }

    Reply clear(Request request) {
        faults.clear();
        return HookJson.done("CLEARED");
    }

    private static int times(JsonNode given) {
        if (given.isMissingNode()) {
            return 1;
        }
        if (!given.isInt() || given.asInt() < 1) {
            throw HookProblem.invalid("the field times must be a whole number from 1");
        }
        return given.asInt();
    }

    private static Fault.When when(JsonNode given) {
        return switch (given.asText("before")) {
            case "", "before" -> Fault.When.BEFORE;
            case "after" -> Fault.When.AFTER;
            default -> throw HookProblem.invalid("the field when must be before or after");
        };
    }
}
