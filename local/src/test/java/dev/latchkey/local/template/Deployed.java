package dev.latchkey.local.template;

import dev.latchkey.house.Repository;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** template.yaml as it stands, for tests of what it must say. Nothing in it is worked out. */
public final class Deployed {

    static final Map<?, ?> TEMPLATE = CloudFormationYaml.load(Repository.file("template.yaml"));
    static final Map<?, ?> RESOURCES = map(TEMPLATE.get("Resources"));
    static final Map<?, ?> GLOBALS = map(map(TEMPLATE.get("Globals")).get("Function"));

    private Deployed() {}

    /** All that it says, in one form, whatever the file's; comments are no part of it. */
    public static String content() {
        return TEMPLATE.toString();
    }

    /** The class that a function is given to. */
    public static String handler(String function) {
        return text(map(map(RESOURCES.get(function)).get("Properties")).get("Handler"));
    }

    /** What lines of the functions' log are counted by, each by the name of its count. */
    public static Map<String, LogPattern> logPatterns() {
        return ofType("AWS::Logs::MetricFilter").values().stream()
                .collect(Collectors.toMap(
                        filter -> text(counted(filter).get("MetricName")),
                        filter -> LogPattern.parse(text(filter.get("FilterPattern")))));
    }

    static Map<?, ?> counted(Map<?, ?> filter) {
        List<?> counts = list(filter.get("MetricTransformations"));
        if (counts.size() != 1) {
            throw new IllegalStateException("a filter counts one thing");
        }
        return map(counts.getFirst());
    }

    /** The properties of all resources of a type, by their names. */
    static Map<String, Map<?, ?>> ofType(String type) {
        Map<String, Map<?, ?>> found = new TreeMap<>();
        RESOURCES.forEach((name, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                found.put(text(name), map(map(resource).get("Properties")));
            }
        });
        return found;
    }

    /** The properties of each event of a function that is of this type. */
    static List<Map<?, ?>> events(Map<?, ?> function, String type) {
        return map(function.get("Events")).values().stream()
                .map(Deployed::map)
                .filter(event -> type.equals(event.get("Type")))
                .<Map<?, ?>>map(event -> map(event.get("Properties")))
                .toList();
    }

    static Map<?, ?> properties(String resource) {
        return map(map(RESOURCES.get(resource)).get("Properties"));
    }

    /** The resource that a reference names, whatever of it. */
    static String referred(@Nullable Object reference) {
        if (Intrinsic.recognise(reference) instanceof Intrinsic(String function, Object argument)
                && (function.equals("Ref") || function.equals("GetAtt"))) {
            return text(argument).split("\\.", 2)[0];
        }
        throw new IllegalStateException("not a reference: " + reference);
    }

    static List<String> texts(@Nullable Object node) {
        return node instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(String.valueOf(node));
    }

    static String text(@Nullable Object node) {
        return String.valueOf(node);
    }

    static List<?> list(@Nullable Object node) {
        return (List<?>) Objects.requireNonNullElse(node, List.of());
    }

    static Map<?, ?> map(@Nullable Object node) {
        return (Map<?, ?>) Objects.requireNonNullElse(node, Map.of());
    }
}
