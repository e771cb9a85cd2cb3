package dev.latchkey.acceptance;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.functions.WorkLimits;
import dev.latchkey.local.Root;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Functions as they are with other parameters, on the same table and keys, called as the gateway would.
 *
 * @param variables what their environment has in place of what it has here
 */
record OtherDeployment(World world, Map<String, String> variables, WorkLimits limits) {

    Answer call(String name, String method, @Nullable String bearer, @Nullable Map<String, String> body) {
        return call(name, method, Map.of(), bearer, body);
    }

    Answer call(
            String name,
            String method,
            Map<String, String> path,
            @Nullable String bearer,
            @Nullable Map<String, String> body) {
        Map<String, String> headers = new HashMap<>();
        if (bearer != null) {
            headers.put("authorization", "Bearer " + bearer);
        }
        return Instance.send(function(name), method, path, headers, body);
    }

    private RequestStreamHandler function(String name) {
        Map<String, String> environment = new HashMap<>(world.environment(name));
        environment.putAll(variables);
        String handler = world.server().template().function(name).handlerClass();
        try {
            return Root.handlers(limits)
                    .apply(environment, world.server().clock())
                    .apply(Class.forName(handler));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
