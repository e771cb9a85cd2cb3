package dev.latchkey.benchmarks.cold;

import dev.latchkey.acceptance.Tap;
import dev.latchkey.benchmarks.cold.Instance.Description;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the first request of a new instance costs, from the start of its process to its answer, for each function beside its
 * references: a function that does nothing, one that has the same clients, makes the same calls and does nothing else, and
 * where passwords are part of the work one that has those too.
 */
final class ColdStart {

    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final int ATTEMPTS = 3;
    private static final byte[] NO_EVENT = {'{', '}'};

    private final Bed bed;
    private final Figures figures = new Figures();

    private ColdStart(Bed bed) {
        this.bed = bed;
    }

    /**
     * One function under measurement.
     *
     * @param references by what they have in common with it
     */
    private record Subject(String name, String event, Description function, Map<Reference, Description> references) {}

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
            Collections.shuffle(subjects);
            for (Subject subject : subjects) {
                beside(subject);
            }
        }
        System.err.printf(
                "%d rounds, each instance %s. Medians of ratios of each pair: of the processor's time, and by the clock.%n",
                ROUNDS, Instance.isPinned() ? "on one processor" : "on all processors, as taskset is missing");
        subjects.sort(Comparator.comparing(Subject::name));
        for (Subject subject : subjects) {
            System.err.println(figures.line(subject.name()));
        }
    }

    /** A function and its references one right after the other, as what else the machine does changes from minute to minute. */
    private void beside(Subject subject) throws Exception {
        List<Step> steps = new ArrayList<>();
        steps.add(() ->
                measure(subject.name(), subject.function(), () -> bed.events().fill(subject.event())));
        subject.references()
                .forEach((reference, one) ->
                        steps.add(() -> measure(reference.of(subject.name()), one, () -> NO_EVENT)));
        Collections.shuffle(steps);
        for (Step step : steps) {
            step.run();
        }
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
        Map<Reference, Description> references = new EnumMap<>(Reference.class);
        references.put(Reference.NOTHING, References.nothing(function));
        references.put(
                Reference.CALLS,
                calls.isEmpty()
                        ? References.nothing(function)
                        : References.calls(
                                function, calls, bed.events().server().environment()));
        Cases.passwords(name)
                .ifPresent(passwords -> references.put(
                        Reference.PASSWORDS,
                        References.with(passwords, Objects.requireNonNull(references.get(Reference.CALLS)))));
        return new Subject(name, event, function, references);
    }

    private List<String> calls(Description function, String event) throws Exception {
        try (Tap tap = bed.events().tap()) {
            return new Recording(tap)
                    .calls(bed.tapped(function, tap), bed.events().fill(event));
        }
    }
}
