package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** One entry of a pattern's list. A missing field has no value, so that only {@code "exists": false} can match it. */
record Matcher(Predicate<JsonNode> test) {

    boolean matches(JsonNode value) {
        return test.test(value);
    }

    static Matcher of(JsonNode entry) {
        return entry.isObject() ? comparison(entry) : new Matcher(value -> same(entry, value));
    }

    private static Matcher comparison(JsonNode entry) {
        if (entry.size() != 1) {
            throw new IllegalArgumentException("a comparison has one key, found " + entry);
        }
        Map.Entry<String, JsonNode> only = entry.properties().iterator().next();
        JsonNode operand = only.getValue();
        return switch (only.getKey()) {
            case "exists" -> new Matcher(value -> operand.asBoolean() != value.isMissingNode());
            case "prefix" -> text(text -> text.startsWith(operand.asText()));
            case "suffix" -> text(text -> text.endsWith(operand.asText()));
            case "equals-ignore-case" -> text(text -> lower(text).equals(lower(operand.asText())));
            case "anything-but" -> anythingBut(operand);
            default -> throw new IllegalArgumentException("the comparison " + only.getKey() + " is not known here");
        };
    }

    private static Matcher anythingBut(JsonNode operand) {
        List<Matcher> excluded = new ArrayList<>();
        if (operand.isArray()) {
            operand.forEach(each -> excluded.add(of(each)));
        } else {
            excluded.add(of(operand));
        }
        return new Matcher(
                value -> !value.isMissingNode() && excluded.stream().noneMatch(matcher -> matcher.matches(value)));
    }

    private static Matcher text(Predicate<String> test) {
        return new Matcher(value -> value.isTextual() && test.test(value.asText()));
    }

    private static boolean same(JsonNode wanted, JsonNode value) {
        if (wanted.isNumber() && value.isNumber()) {
            return wanted.decimalValue().compareTo(value.decimalValue()) == 0;
        }
        return wanted.equals(value);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
