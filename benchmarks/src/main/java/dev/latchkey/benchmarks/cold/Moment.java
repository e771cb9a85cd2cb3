package dev.latchkey.benchmarks.cold;

import java.time.Duration;

/**
 * Where an instance stands.
 *
 * @param nanos of the machine's clock
 * @param processor what all threads of the instance have used of processors so far, in steps of some 10 ms; says more than
 *     the clock does where others are at work too
 */
record Moment(long nanos, Duration processor) {

    static Moment of(ProcessHandle process) {
        return new Moment(System.nanoTime(), process.info().totalCpuDuration().orElse(Duration.ZERO));
    }
}
