package dev.latchkey.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes conditions and updates in DynamoDB's expression language, and collects the placeholders that they need. */
final class Expression {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    String of(Condition condition) {
        return switch (condition) {
            case Condition.Exists(String name) -> "attribute_exists(" + name(name) + ")";
            case Condition.NotExists(String name) -> "attribute_not_exists(" + name(name) + ")";
            case Condition.StartsWith(String name, String value) ->
                "begins_with(" + name(name) + ", " + value(value) + ")";
            case Condition.Contains(String name, String value) -> "contains(" + name(name) + ", " + value(value) + ")";
            case Condition.Compare(String name, Condition.Operator operator, Object value) ->
                name(name) + " " + operator.symbol + " " + value(value);
            case Condition.All(List<Condition> parts) -> joined(parts, " AND ");
            case Condition.Any(List<Condition> parts) -> joined(parts, " OR ");
        };
    }

    String of(ItemUpdate changes) {
        StringBuilder update = new StringBuilder();
        clause(update, "SET ", pairs(changes.set(), " = "));
        clause(update, " ADD ", pairs(changes.add(), " "));
        clause(update, " REMOVE ", changes.remove().stream().map(this::name).toList());
        return update.toString();
    }

    private List<String> pairs(Map<String, Object> values, String between) {
        return values.entrySet().stream()
                .map(entry -> name(entry.getKey()) + between + operand(entry.getValue()))
                .toList();
    }

    private String operand(Object value) {
        return value instanceof ItemUpdate.Next(String counter)
                ? "if_not_exists(" + name(counter) + ", " + value(0) + ") + " + value(1)
                : value(value);
    }

    String name(String name) {
        String placeholder = "#n" + names.size();
        names.put(placeholder, name);
        return placeholder;
    }

    String value(Object value) {
        String placeholder = ":v" + values.size();
        values.put(placeholder, attribute(value));
        return placeholder;
    }

    private String joined(List<Condition> parts, String word) {
        return parts.stream().map(part -> "(" + of(part) + ")").collect(Collectors.joining(word));
    }

    private static void clause(StringBuilder update, String word, List<String> parts) {
        if (!parts.isEmpty()) {
            update.append(word).append(String.join(", ", parts));
        }
    }

    private static AttributeValue attribute(Object value) {
        return switch (value) {
            case String text -> AttributeValue.fromS(text);
            case Instant time -> AttributeValue.fromN(Long.toString(time.toEpochMilli()));
            case Number number -> AttributeValue.fromN(number.toString());
            case Boolean flag -> AttributeValue.fromBool(flag);
            case Set<?> texts ->
                AttributeValue.fromSs(texts.stream().map(Object::toString).toList());
            default -> throw new IllegalArgumentException("no attribute type for " + value.getClass());
        };
    }
}
