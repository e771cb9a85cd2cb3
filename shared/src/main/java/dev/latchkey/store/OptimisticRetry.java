package dev.latchkey.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries again when somebody else's write came first. Each round decides on what is stored then, so a loser of a race is
 * judged by the winner's facts and not by stale ones.
 *
 * @param longest how long rounds are begun
 */
public record OptimisticRetry(Duration longest) {

    private static final long FIRST_PAUSE_NANOS = 2_000_000;
    private static final long LONGEST_PAUSE_NANOS = 200_000_000;

    /**
     * Runs rounds until one gives an answer, with growing pauses of random length between them.
     *
     * @param round one read, decision and commit; {@code null} when somebody else's write came first
     * @throws StoreUnavailable when there is no answer after the longest time
     */
    public <T> T resolve(Supplier<@Nullable T> round) {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_NANOS;
        do {
            T answer = round.get();
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(1 + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        } while (System.nanoTime() - start < longest.toNanos());
        throw new StoreUnavailable("too many writers at once");
    }
}
