package dev.latchkey.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What follows the question mark of an address. */
final class Query {

    private Query() {}

    /** Every value of every name, so that a parameter sent twice is seen. */
    static Map<String, List<String>> read(String text) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 1 ? "" : decoded(parts[1]));
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
