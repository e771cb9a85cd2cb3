package dev.latchkey.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function with what the globals add to it.
 *
 * @param asyncRetries how often an asynchronous invocation is tried again
 * @param failureDestination the resource that gets an asynchronous event once it has been given up
 * @param policy all that its role says, whether it allows or denies it
 * @param boundary what its role may do at most, whatever the policy says; null where nothing bounds it
 */
public record SamFunction(
        String id,
        String handlerClass,
        Map<String, String> environment,
        Duration timeout,
        int asyncRetries,
        @Nullable String failureDestination,
        List<PolicyStatement> policy,
        @Nullable List<PolicyStatement> boundary) {}
