package dev.latchkey.local.aws;

import java.util.Map;
import java.util.TreeMap;

/** How many requests reached the front, by service and operation: budgets are counted on the wire. Faulted ones count. */
public final class CallCounter {
    private final Map<String, Map<String, Long>> counts =
            new TreeMap<>(Map.of("dynamodb", new TreeMap<>(), "kms", new TreeMap<>(), "ses", new TreeMap<>()));

    synchronized void count(String service, String operation) {
        counts.getOrDefault(service, Map.of()).merge(operation, 1L, Long::sum);
    }

    /** A copy at this instant; always holds all three services, and no operation that was never called. */
    public synchronized Map<String, Map<String, Long>> snapshot() {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        counts.forEach((service, operations) -> copy.put(service, new TreeMap<>(operations)));
        return copy;
    }
}
