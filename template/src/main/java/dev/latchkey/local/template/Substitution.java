package dev.latchkey.local.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code !Sub}: {@code ${Name}} and {@code ${Name.Attribute}} are replaced, {@code ${!Name}} is kept as {@code
 * ${Name}}.
 */
final class Substitution {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Resolver resolver;
    private final References references;

    Substitution(Resolver resolver, References references) {
        this.resolver = resolver;
        this.references = references;
    }

    String apply(String text, Map<?, ?> variables) {
        Matcher place = PLACE.matcher(text);
        return place.replaceAll(match -> Matcher.quoteReplacement(
                match.group(1).isEmpty() ? value(match.group(2).strip(), variables) : "${" + match.group(2) + "}"));
    }

    private String value(String name, Map<?, ?> variables) {
        if (variables.containsKey(name)) {
            return resolver.text(variables.get(name), "!Sub " + name);
        }
        return name.contains(".") ? references.attribute(name) : resolver.text(references.ref(name), "!Sub " + name);
    }
}
