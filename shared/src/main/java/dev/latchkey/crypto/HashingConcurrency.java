package dev.latchkey.crypto;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many password hashes run at once in one process. Each wants a processor and 19 MiB, so a crowd at the login would
 * starve every other route and the heap; here it queues, first come first served, and who would wait too long is told to
 * come again. A Lambda instance has one request at a time and never waits.
 */
public final class HashingConcurrency {

    private static final HashingConcurrency PROCESS =
            new HashingConcurrency(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), Duration.ofSeconds(10));

    private final Semaphore turns;
    private final Duration longestWait;

    public HashingConcurrency(int atOnce, Duration longestWait) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("nobody would ever get a turn");
        }
        this.turns = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** The turns that everything in this process shares: half the processors, so that the other half serves the rest. */
    public static HashingConcurrency ofProcess() {
        return PROCESS;
    }

    /**
     * Runs the work when its turn comes; whatever becomes of it, the turn is given back.
     *
     * @throws HashingOverloaded if no turn came in time, or the thread was told to stop waiting; the work did not run
     */
    public <T> T take(Supplier<T> work) {
        if (!comes()) {
            throw new HashingOverloaded();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean comes() {
        try {
            return turns.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException toldToStop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
