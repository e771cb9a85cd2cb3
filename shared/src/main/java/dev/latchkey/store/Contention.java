package dev.latchkey.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads, decides and commits again when somebody else's write came first. Each round decides on what is stored then,
 * so a loser of a race is judged by the winner's facts and not by stale ones.
 */
public final class Contention {

    private static final int ROUNDS = 12;
    private static final long STEP_NANOS = 3_000_000;

    private Contention() {}

    /**
     * Runs rounds until one gives an answer.
     *
     * @param round one read, decision and commit; {@code null} when the commit was {@link Commit#LOST}
     * @throws StoreUnavailable after a dozen lost rounds, a fraction of a second
     */
    public static <T> T resolve(Supplier<@Nullable T> round) {
        for (int lost = 0; lost < ROUNDS; lost++) {
            T answer = round.get();
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(STEP_NANOS * (lost + 1)));
        }
        throw new StoreUnavailable("too many writers at once");
    }
}
