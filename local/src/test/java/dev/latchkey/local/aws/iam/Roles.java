package dev.latchkey.local.aws.iam;

import dev.latchkey.local.template.PolicyStatement;
import dev.latchkey.local.template.SamFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that are nothing but their policies. */
final class Roles {
    static final String TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/things";

    private Roles() {}

    static SamFunction function(PolicyStatement... policy) {
        return bounded(null, policy);
    }

    static SamFunction bounded(@Nullable List<PolicyStatement> boundary, PolicyStatement... policy) {
        return new SamFunction(
                "AskingFunction", "none", Map.of(), Duration.ofSeconds(1), 0, null, List.of(policy), boundary);
    }

    static PolicyStatement allow(String resource, String... actions) {
        return new PolicyStatement("Policy.1", true, List.of(actions), List.of(resource), Map.of());
    }

    static PolicyStatement deny(String resource, String... actions) {
        return new PolicyStatement("Policy.2", false, List.of(actions), List.of(resource), Map.of());
    }

    /** The same on one condition more. */
    static PolicyStatement when(PolicyStatement said, String operator, String key, String... values) {
        return new PolicyStatement(
                said.where(),
                said.allows(),
                said.actions(),
                said.resources(),
                Map.of(operator, Map.of(key, List.of(values))));
    }
}
