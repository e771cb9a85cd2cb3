package dev.latchkey.benchmarks.cold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Times of instances, in milliseconds. Only medians of ratios leave it. */
final class Figures {

    private enum What {
        INIT_PROCESSOR,
        REPLY_PROCESSOR,
        BOTH_PROCESSOR,
        INIT_CLOCK,
        REPLY_CLOCK,
        BOTH_CLOCK
    }

    private final Map<String, Map<What, List<Double>>> all = new HashMap<>();

    void add(String name, Moment started, Moment ready, Moment asked, Moment answered) {
        double init = processor(started, ready);
        double reply = processor(asked, answered);
        put(name, What.INIT_PROCESSOR, init);
        put(name, What.REPLY_PROCESSOR, reply);
        put(name, What.BOTH_PROCESSOR, init + reply);
        put(name, What.INIT_CLOCK, clock(started, ready));
        put(name, What.REPLY_CLOCK, clock(asked, answered));
        put(name, What.BOTH_CLOCK, clock(started, ready) + clock(asked, answered));
    }

    String line(String name) {
        return "%-30s %s (start %s, reply %s), clock %s; with passwords %s; of nothing %s"
                .formatted(
                        name,
                        ratio(name, Reference.CALLS, What.BOTH_PROCESSOR),
                        ratio(name, Reference.CALLS, What.INIT_PROCESSOR),
                        ratio(name, Reference.CALLS, What.REPLY_PROCESSOR),
                        ratio(name, Reference.CALLS, What.BOTH_CLOCK),
                        ratio(name, Reference.PASSWORDS, What.BOTH_PROCESSOR),
                        ratio(name, Reference.NOTHING, What.BOTH_PROCESSOR));
    }

    private void put(String name, What what, double value) {
        all.computeIfAbsent(name, first -> new HashMap<>())
                .computeIfAbsent(what, first -> new ArrayList<>())
                .add(value);
    }

    private String ratio(String name, Reference reference, What what) {
        if (!all.containsKey(reference.of(name))) {
            return "-";
        }
        List<Double> one = values(name, what);
        List<Double> other = values(reference.of(name), what);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < one.size(); round++) {
            ratios.add(one.get(round) / other.get(round));
        }
        return "%.2f".formatted(median(ratios));
    }

    private List<Double> values(String name, What what) {
        return Objects.requireNonNull(Objects.requireNonNull(all.get(name)).get(what));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double processor(Moment from, Moment to) {
        return to.processor().minus(from.processor()).toMillis();
    }

    static double clock(Moment from, Moment to) {
        return (to.nanos() - from.nanos()) / 1e6;
    }
}
