package dev.latchkey.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CloudWatch's filter pattern for lines of JSON, as much of it as the template uses: one member of the line is this text,
 * to the letter. Wildcards, other comparisons and several members are refused, as nothing here would judge them.
 */
public record LogPattern(String member, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EQUALS = Pattern.compile("\\{ \\$\\.([a-z_]+) = \"([a-z_]+)\" }");

    public static LogPattern parse(String pattern) {
        Matcher equals = EQUALS.matcher(pattern);
        if (!equals.matches()) {
            throw new IllegalArgumentException("not a filter pattern that is known here: " + pattern);
        }
        return new LogPattern(equals.group(1), equals.group(2));
    }

    /** A line that isn't JSON, such as those that Lambda adds, matches nothing. */
    public boolean matches(String line) {
        try {
            JsonNode found = JSON.readTree(line).path(member);
            return found.isTextual() && found.textValue().equals(text);
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }
}
