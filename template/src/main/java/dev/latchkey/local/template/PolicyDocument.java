package dev.latchkey.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy document (IAM JSON policy grammar, version 2012-10-17). Whatever is not read here would be missed by all
 * who judge by it, so it is refused: other elements, policy variables, actions with a wildcard.
 */
final class PolicyDocument {
    private static final String VERSION = "2012-10-17";
    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    private final String where;
    private final Map<?, ?> document;

    private PolicyDocument(String where, Map<?, ?> document) {
        this.where = where;
        this.document = document;
    }

    /** @param raw the document, its functions not yet worked out */
    static List<PolicyStatement> read(String where, @Nullable Object raw, Resolver resolver) {
        Object resolved = resolver.resolve(raw);
        if (resolved == null) {
            throw new TemplateException(where + " has no policy document");
        }
        return new PolicyDocument(where, Maps.of(resolved, where)).statements();
    }

    private List<PolicyStatement> statements() {
        requireOnly(ELEMENTS, document, where);
        if (!VERSION.equals(document.get("Version"))) {
            throw new TemplateException(where + " is no policy of version \"" + VERSION + "\"");
        }
        List<PolicyStatement> read = new ArrayList<>();
        for (Object statement : list(document.get("Statement"))) {
            String place = where + "." + (read.size() + 1);
            read.add(statement(place, Maps.of(statement, place)));
        }
        return read;
    }

    private static PolicyStatement statement(String place, Map<?, ?> statement) {
        requireOnly(STATEMENT, statement, place);
        List<String> actions = texts(place + ".Action", statement.get("Action"));
        if (actions.stream().anyMatch(action -> action.contains("*") || action.contains("?"))) {
            throw new TemplateException(place + " has an action with a wildcard");
        }
        return new PolicyStatement(
                place,
                allows(place, statement.get("Effect")),
                actions,
                texts(place + ".Resource", statement.get("Resource")),
                named(Maps.at(statement, "Condition"), keys -> conditions(place, keys)));
    }

    private static boolean allows(String place, @Nullable Object effect) {
        if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
            throw new TemplateException(place + " neither allows nor denies");
        }
        return "Allow".equals(effect);
    }

    private static Map<String, List<String>> conditions(String place, Object keys) {
        return named(Maps.of(keys, place + ".Condition"), values -> texts(place + ".Condition", values));
    }

    private static <T> Map<String, T> named(Map<?, ?> map, Function<Object, T> read) {
        Map<String, T> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), read.apply(value)));
        return named;
    }

    /** One value may stand without a list around it. */
    private static List<String> texts(String place, @Nullable Object value) {
        List<String> texts = list(value).stream().map(String::valueOf).toList();
        if (texts.isEmpty()) {
            throw new TemplateException(place + " says nothing");
        }
        if (texts.stream().anyMatch(text -> text.contains("${"))) {
            throw new TemplateException(place + " has a policy variable, which is not known here");
        }
        return texts;
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        return value == null ? List.of() : List.of(value);
    }

    private static void requireOnly(Set<String> known, Map<?, ?> map, String place) {
        for (Object name : map.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                throw new TemplateException(place + " has the element " + name + ", which is not known here");
            }
        }
    }
}
