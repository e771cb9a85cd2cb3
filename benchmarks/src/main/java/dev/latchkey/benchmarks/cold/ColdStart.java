package dev.latchkey.benchmarks.cold;

import dev.latchkey.acceptance.Tap;
import dev.latchkey.benchmarks.cold.Instance.Description;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the first request of a new instance costs, from the start of its process to its answer, for each function beside two
 * references: a function that does nothing, and one that has the same clients, makes the same calls and does nothing else.
 */
final class ColdStart {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int ATTEMPTS = 3;
    private static final byte[] NO_EVENT = {'{', '}'};

    private final Bed bed;
    private final Figures figures = new Figures();

    private ColdStart(Bed bed) {
        this.bed = bed;
    }

    /** One function under measurement. */
    private record Subject(
            String name,
            String event,
            Description function,
            Description calls,
            Description whole,
            Description nothing) {}

    @FunctionalInterface
    private interface Event {
        byte[] fill() throws Exception;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    public static void main(String[] arguments) {
        Bed.run(arguments, (bed, cases) -> new ColdStart(bed).run(cases));
    }

    private void run(Map<String, String> cases) throws Exception {
        List<Subject> subjects = new ArrayList<>();
        for (Map.Entry<String, String> each : cases.entrySet()) {
            subjects.add(subject(each.getKey(), each.getValue()));
        }
        for (int round = 0; round < ROUNDS; round++) {
            List<Step> steps = steps(subjects);
            Collections.shuffle(steps);
            for (Step step : steps) {
                step.run();
            }
        }
        System.err.printf(
                "%d rounds, each instance %s. Ratios of medians: of the processor's time, and by the clock.%n",
                ROUNDS, Instance.isPinned() ? "on one processor" : "on all processors, as taskset is missing");
        for (Subject subject : subjects) {
            System.err.println(figures.line(
                    subject.name(),
                    reference(subject.calls()),
                    reference(subject.whole()),
                    reference(subject.nothing())));
        }
    }

    /** All functions once, and each reference once, however many functions are measured by it. */
    private List<Step> steps(List<Subject> subjects) {
        Map<String, Step> steps = new TreeMap<>();
        for (Subject subject : subjects) {
            steps.put(
                    subject.name(),
                    () -> measure(
                            subject.name(),
                            subject.function(),
                            () -> bed.events().fill(subject.event())));
            for (Description one : List.of(subject.calls(), subject.whole(), subject.nothing())) {
                steps.put(reference(one), () -> measure(reference(one), one, () -> NO_EVENT));
            }
        }
        return new ArrayList<>(steps.values());
    }

    private static String reference(Description one) {
        Map<String, String> environment = one.environment();
        return one.handler()
                + environment.get("JAVA_TOOL_OPTIONS")
                + environment.getOrDefault(References.CALLS, "")
                + environment.getOrDefault(References.CLIENTS, "")
                + environment.get(References.HASHES)
                + environment.get(References.JUDGED);
    }

    /** On a machine that others use as well an instance may run out of its time limits; then another one is started. */
    private void measure(String name, Description description, Event event) throws Exception {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                measureOnce(name, description, event.fill());
                return;
            } catch (IllegalStateException failed) {
                System.err.println(name + " once more: " + failed.getMessage());
            }
        }
        measureOnce(name, description, event.fill());
    }

    private void measureOnce(String name, Description description, byte[] event) throws Exception {
        try (Instance instance = bed.start(description)) {
            Moment ready = instance.ready();
            Moment asked = instance.now();
            figures.add(name, instance.started(), ready, asked, bed.answered(instance, event));
        }
    }

    private Subject subject(String name, String event) throws Exception {
        Description function = bed.describe(name, "on-demand");
        List<String> calls = calls(function, event);
        System.err.println(name + " calls " + (calls.isEmpty() ? "nobody" : String.join(", ", calls)));
        Description nothing = References.nothing(function);
        Description reference = calls.isEmpty()
                ? nothing
                : References.calls(function, calls, bed.events().server().environment());
        Passwords passwords = Cases.passwords(name);
        Description whole = passwords.equals(Passwords.NONE) ? reference : References.with(passwords, reference);
        return new Subject(name, event, function, reference, whole, nothing);
    }

    private List<String> calls(Description function, String event) throws Exception {
        try (Tap tap = bed.events().tap()) {
            return new Recording(tap)
                    .calls(bed.tapped(function, tap), bed.events().fill(event));
        }
    }
}
