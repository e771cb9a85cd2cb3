package dev.latchkey.crypto;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits how many password hashes run at once in one process. Each needs a processor and 19 MiB, so a rush of logins
 * would starve every other route and the heap. Requests queue in order of arrival and are refused after waiting too
 * long. A Lambda instance has one request at a time and never waits.
 */
public final class HashingConcurrency {

    private static final HashingConcurrency PROCESS =
            new HashingConcurrency(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), Duration.ofSeconds(10));

    private final Semaphore permits;
    private final Duration longestWait;

    public HashingConcurrency(int atOnce, Duration longestWait) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("nobody would ever get a turn");
        }
        this.permits = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /**
     * The limit that the whole process shares: half of the processors, so that the other half serves everything else.
     */
    public static HashingConcurrency ofProcess() {
        return PROCESS;
    }

    /**
     * Runs the work when a permit is free, and always releases the permit.
     *
     * @throws HashingOverloaded if waiting timed out or the thread was interrupted; the work did not run
     */
    public <T> T take(Supplier<T> work) {
        if (!acquires()) {
            throw new HashingOverloaded();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private boolean acquires() {
        try {
            return permits.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException toldToStop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
