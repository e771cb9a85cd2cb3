package dev.latchkey.local.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The query as the event has it: decoded, in order, a repeated name's values joined by a comma. */
public final class QueryString {
    private QueryString() {}

    public static Map<String, String> parse(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                String value = parts.length == 2 ? Percent.decodeQuery(parts[1]) : "";
                parameters.merge(Percent.decodeQuery(parts[0]), value, (first, next) -> first + "," + next);
            }
        }
        return parameters;
    }
}
