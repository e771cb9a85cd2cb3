package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** How many calls of each operation lie between two counts. */
final class Costs {

    private Costs() {}

    static Map<String, Integer> between(JsonNode before, JsonNode after) {
        Map<String, Integer> difference = new TreeMap<>();
        after.properties()
                .forEach(service -> service.getValue().properties().forEach(operation -> {
                    int more = operation.getValue().asInt()
                            - before.path(service.getKey())
                                    .path(operation.getKey())
                                    .asInt();
                    if (more != 0) {
                        difference.put(operation.getKey(), more);
                    }
                }));
        return difference;
    }
}
