package dev.latchkey.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Does things in turn, in an order drawn anew each round, so that whatever else the machine does meets all of them alike.
 * The first rounds are for the compiler and are not kept.
 */
final class Rounds {

    static final int WARM_UP = 40;
    static final int KEPT = 200;
    private static final Duration SETTLING = Duration.ofMillis(40);

    /** Does one thing, and notes its times where it is given samples that are kept. */
    @FunctionalInterface
    interface Step {
        void run(Samples samples) throws Exception;
    }

    private Rounds() {}

    static Samples of(Runnable before, List<Step> steps) throws Exception {
        return of(WARM_UP, KEPT, before, steps);
    }

    static Samples of(int warmUp, int keptRounds, Runnable before, List<Step> steps) throws Exception {
        Samples kept = new Samples();
        Samples thrownAway = new Samples();
        List<Step> order = new ArrayList<>(steps);
        for (int round = 0; round < warmUp + keptRounds; round++) {
            before.run();
            Collections.shuffle(order);
            for (Step step : order) {
                LockSupport.parkNanos(SETTLING.toNanos());
                step.run(round < warmUp ? thrownAway : kept);
            }
        }
        return kept;
    }
}
