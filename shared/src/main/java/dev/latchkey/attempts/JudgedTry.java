package dev.latchkey.attempts;

import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.store.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A try that was taken before it was judged.
 *
 * @param <T> what a right one is known by
 */
public sealed interface JudgedTry<T> {

    /** Not judged: too many were wrong. */
    record Locked<T>(Duration retryAfter) implements JudgedTry<T> {}

    /** Right, but not spent yet. Whoever goes on spends it and forgives the try. */
    record Right<T>(Taking.Taken taken, T found) implements JudgedTry<T> {}

    record Wrong<T>(Taking.Taken taken) implements JudgedTry<T> {}

    /**
     * Takes one and judges. One that can't be judged is given back.
     *
     * @param stored the budget's item as it was read
     * @param judge empty for wrong
     */
    static <T> JudgedTry<T> of(
            Tries tries, AttemptBudget budget, @Nullable Item stored, Instant now, Supplier<Optional<T>> judge) {
        return switch (tries.take(budget, stored, now)) {
            case Taking.Locked(Duration wait) -> new Locked<>(wait);
            case Taking.Taken taken -> judged(tries, taken, judge);
        };
    }

    private static <T> JudgedTry<T> judged(Tries tries, Taking.Taken taken, Supplier<Optional<T>> judge) {
        try {
            return judge.get()
                    .<JudgedTry<T>>map(found -> new Right<>(taken, found))
                    .orElseGet(() -> new Wrong<>(taken));
        } catch (KeysUnavailable unjudged) {
            tries.giveBack(taken.budget());
            throw unjudged;
        }
    }
}
