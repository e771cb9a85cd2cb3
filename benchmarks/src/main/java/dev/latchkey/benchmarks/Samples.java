package dev.latchkey.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times by what was measured. Only their ratios leave it: a time alone says more about the machine than about us. */
final class Samples {

    private static final double LOWER = 0.25;
    private static final double UPPER = 0.75;

    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    void add(String what, long nanos) {
        times.computeIfAbsent(what, first -> new ArrayList<>()).add(nanos);
    }

    double median(String what) {
        List<Long> sorted = sorted(what);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    /** Of medians. */
    double ratio(String what, String reference) {
        return median(what) / median(reference);
    }

    /** The ratio of medians, and where the middle half of the times lies by the same reference. */
    String spread(String what, String reference) {
        List<Long> sorted = sorted(what);
        double of = median(reference);
        return "%.3f (half of them %.3f to %.3f)"
                .formatted(median(what) / of, at(sorted, LOWER) / of, at(sorted, UPPER) / of);
    }

    private static double at(List<Long> sorted, double part) {
        return sorted.get((int) (part * (sorted.size() - 1)));
    }

    private List<Long> sorted(String what) {
        List<Long> all = times.getOrDefault(what, List.of());
        if (all.isEmpty()) {
            throw new IllegalStateException("never measured: " + what);
        }
        return all.stream().sorted().toList();
    }
}
