package dev.latchkey.local.aws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which attributes of an item a call of DynamoDB names, as {@code dynamodb:Attributes} tells them: those of the key and of
 * the item that is put, and those that its expressions set, remove or look at, by their own name or by a placeholder. Of a
 * path into an attribute it is the attribute. Names of functions are told too, where an attribute could be called so.
 */
final class AttributeNames {
    private static final List<String> MAPS = List.of("Key", "Item", "AttributeUpdates", "Expected");
    private static final List<String> EXPRESSIONS = List.of("UpdateExpression", "ConditionExpression");
    private static final Pattern WORD = Pattern.compile("(?<![:#.\\w])#?[A-Za-z_]\\w*|(?<![:#.\\w])#\\w+");
    private static final Set<String> GRAMMAR =
            Set.of("set", "remove", "add", "delete", "and", "or", "not", "between", "in");

    private AttributeNames() {}

    static List<String> of(JsonNode item) {
        Stream<String> given =
                MAPS.stream().flatMap(map -> item.path(map).propertyStream()).map(entry -> entry.getKey());
        Stream<String> named = EXPRESSIONS.stream()
                .flatMap(expression ->
                        WORD.matcher(item.path(expression).asText()).results())
                .map(MatchResult::group)
                .filter(word -> !GRAMMAR.contains(word.toLowerCase(Locale.ROOT)))
                .map(word -> resolved(item.path("ExpressionAttributeNames"), word));
        return Stream.concat(given, named).distinct().toList();
    }

    private static String resolved(JsonNode placeholders, String word) {
        return word.startsWith("#") ? placeholders.path(word).asText(word) : word;
    }
}
