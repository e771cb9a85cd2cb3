package dev.latchkey.local.aws.iam;

import java.util.List;
import java.util.Map;

/**
 * What a call asks leave for; a transaction asks for as many as it has parts.
 *
 * @param action as policies name it, such as {@code dynamodb:ConditionCheckItem}, which is no operation
 * @param context what conditions look at, by condition key; an absent key has no value
 */
record Need(String action, String resource, Map<String, List<String>> context) {

    Need(String action, String resource) {
        this(action, resource, Map.of());
    }

    List<String> told(String key) {
        return context.getOrDefault(key, List.of());
    }
}
