package dev.latchkey.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Optimistic concurrency control: begins another round if another write came first. Each round decides by what is
 * stored then, so the loser of a race is judged by the winner's facts.
 *
 * @param longest how long new rounds are begun
 */
record OptimisticRetry(Duration longest) {

    private static final long FIRST_PAUSE_NANOS = 2_000_000;
    private static final long LONGEST_PAUSE_NANOS = 200_000_000;

    /**
     * Runs rounds until one has an answer, with growing pauses of random length between them.
     *
     * @param committing commits the writes of a round
     * @throws StoreUnavailable without an answer after the longest time
     */
    <T> T decide(Supplier<Decision<T>> round, Function<List<Write>, Commit> committing) {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_NANOS;
        do {
            T answer = carriedOut(round.get(), committing);
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(1 + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        } while (System.nanoTime() - start < longest.toNanos());
        throw new StoreUnavailable("too many writers at once");
    }

    private static <T> @Nullable T carriedOut(Decision<T> decision, Function<List<Write>, Commit> committing) {
        return switch (decision) {
            case Decision.Answered<T>(T answer) -> answer;
            case Decision.Proposed<T>(var writes, T answer, var otherwise) ->
                committing.apply(writes) == Commit.DONE ? answer : carriedOut(otherwise.get(), committing);
            case Decision.Overtaken<T> _ -> null;
        };
    }
}
