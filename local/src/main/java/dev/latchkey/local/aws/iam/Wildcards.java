package dev.latchkey.local.aws.iam;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IAM's patterns: {@code *} is any number of characters, {@code ?} is one; all others are themselves, case included. */
final class Wildcards {
    private static final Pattern WILDCARD = Pattern.compile("[*?]|[^*?]+");

    private Wildcards() {}

    static boolean match(String pattern, String text) {
        String expression = WILDCARD.matcher(pattern)
                .replaceAll(part -> Matcher.quoteReplacement(
                        switch (part.group()) {
                            case "*" -> ".*";
                            case "?" -> ".";
                            case String plain -> Pattern.quote(plain);
                        }));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
    }
}
