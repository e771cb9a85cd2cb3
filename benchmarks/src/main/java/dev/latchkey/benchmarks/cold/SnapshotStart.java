package dev.latchkey.benchmarks.cold;

import dev.latchkey.acceptance.Tap;
import dev.latchkey.benchmarks.cold.Instance.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a snapshot is worth: the first request of an instance that was woken from one, beside later requests of it and
 * beside the first request of an instance without one. AWS's own client runs the hooks. Fails where a function isn't
 * primed, where it calls anybody for that, where it uses keys from before, or where it runs hooks without a snapshot.
 */
final class SnapshotStart {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int LATER = 4;
    private static final String PUBLISHING = "GetJwksFunction";

    private final Bed bed;

    private SnapshotStart(Bed bed) {
        this.bed = bed;
    }

    public static void main(String[] arguments) {
        Bed.run(arguments, (bed, cases) -> new SnapshotStart(bed).run(cases));
    }

    private void run(Map<String, String> cases) throws Exception {
        for (String name : cases.keySet()) {
            prove(name);
        }
        if (cases.containsKey(PUBLISHING)) {
            proveForgotten(cases.get(PUBLISHING));
        }
        System.err.printf("%d functions were primed before their snapshot and forgot after it.%n", cases.size());
        System.err.println("The first request by the clock, of one like it that came later:");
        for (Map.Entry<String, String> each : cases.entrySet()) {
            measure(each.getKey(), each.getValue());
        }
    }

    private void prove(String name) throws Exception {
        int before = bed.logged(0).length();
        try (Tap tap = bed.events().tap();
                Instance instance = bed.start(bed.tapped(bed.describe(name, "snap-start"), tap))) {
            instance.snapshot();
            boolean quiet = tap.passed().stream().allMatch("GetPublicKey"::equals);
            require(quiet, name + " called " + tap.passed());
            require(bed.logged(before).contains("snapshot_primed"), name + " wasn't primed");
            instance.restore();
            instance.ready();
            String logged = bed.logged(before);
            require(logged.contains("snapshot_restored"), name + " didn't forget");
            require(!logged.contains("ERROR"), name + " logged an error");
        }
        before = bed.logged(0).length();
        try (Instance instance = bed.start(bed.describe(name, "on-demand"))) {
            instance.ready();
            require(!bed.logged(before).contains("snapshot"), name + " ran hooks without a snapshot");
        }
    }

    /** The keys that were fetched before the snapshot are fetched anew for the first request after it, and then kept. */
    private void proveForgotten(String event) throws Exception {
        try (Tap tap = bed.events().tap();
                Instance instance = bed.start(bed.tapped(bed.describe(PUBLISHING, "snap-start"), tap))) {
            instance.snapshot();
            int fetched = tap.passed().size();
            instance.restore();
            instance.ready();
            bed.answered(instance, bed.events().fill(event));
            require(fetched > 0 && tap.passed().size() == 2 * fetched, "keys from before the snapshot were used");
            instance.ready();
            bed.answered(instance, bed.events().fill(event));
            require(tap.passed().size() == 2 * fetched, "keys are not kept");
        }
    }

    private void measure(String name, String event) throws Exception {
        List<Double> woken = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        List<Double> cold = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Description snapshot = bed.describe(name, "snap-start");
            try (Instance instance = bed.start(snapshot)) {
                instance.snapshot();
                instance.restore();
                instance.ready();
                woken.add(request(instance, event));
                for (int more = 0; more < LATER; more++) {
                    instance.ready();
                    later.add(request(instance, event));
                }
            }
            try (Instance instance = bed.start(bed.describe(name, "on-demand"))) {
                instance.ready();
                cold.add(request(instance, event));
            }
        }
        double warm = Figures.median(later);
        System.err.printf(
                "%-30s woken %5.1f, without a snapshot %5.1f%n",
                name, Figures.median(woken) / warm, Figures.median(cold) / warm);
    }

    private double request(Instance instance, String event) throws Exception {
        byte[] filled = bed.events().fill(event);
        Moment asked = instance.now();
        return Figures.clock(asked, bed.answered(instance, filled));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
