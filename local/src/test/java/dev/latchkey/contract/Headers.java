package dev.latchkey.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Header fields as they came: names in any case, every value kept, so that a header sent twice is seen. */
record Headers(Map<String, List<String>> values) {

    Headers {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, some) ->
                all.computeIfAbsent(name, n -> new ArrayList<>()).addAll(some));
        values = all;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The values of a header in one string, as a careless reader would take them; empty where there is none. */
    String text(String name) {
        return String.join(", ", all(name));
    }
}
