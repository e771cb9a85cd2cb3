package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An EventBridge pattern, which stream filters use too: every field it names must have one of the values listed for
 * it. Known beside plain values: {@code prefix}, {@code suffix}, {@code exists}, {@code anything-but} and {@code
 * equals-ignore-case}. Any other comparison is refused when the pattern is read: one that never matches would only
 * look like a quiet queue.
 */
public final class EventPattern {
    private record Field(List<String> path, List<Matcher> anyOf) {}

    private final List<Field> fields = new ArrayList<>();

    public EventPattern(JsonNode pattern) {
        collect(pattern, List.of());
    }

    public boolean matches(JsonNode event) {
        return fields.stream().allMatch(field -> holds(field, event));
    }

    private void collect(JsonNode pattern, List<String> path) {
        if (!pattern.isObject()) {
            throw new IllegalArgumentException("a pattern is an object, found " + pattern);
        }
        for (Map.Entry<String, JsonNode> entry : pattern.properties()) {
            List<String> below = new ArrayList<>(path);
            below.add(entry.getKey());
            if (entry.getValue().isArray()) {
                List<Matcher> anyOf = new ArrayList<>();
                entry.getValue().forEach(value -> anyOf.add(Matcher.of(value)));
                fields.add(new Field(below, anyOf));
            } else {
                collect(entry.getValue(), below);
            }
        }
    }

    private static boolean holds(Field field, JsonNode event) {
        List<JsonNode> values = valuesAt(field.path(), event);
        return field.anyOf().stream().anyMatch(matcher -> values.stream().anyMatch(matcher::matches));
    }

    /** An array stands for each of its elements, an empty one for no value. */
    private static List<JsonNode> valuesAt(List<String> path, JsonNode event) {
        JsonNode value = event;
        for (String name : path) {
            value = value.path(name);
        }
        if (!value.isArray()) {
            return List.of(value);
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements.isEmpty() ? List.of(MissingNode.getInstance()) : elements;
    }
}
