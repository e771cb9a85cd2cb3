package dev.latchkey.throttling;

import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.store.Item;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
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
    record Right<T>(ReservationOutcome.Taken taken, T found) implements JudgedTry<T> {}

    record Wrong<T>(ReservationOutcome.Taken taken) implements JudgedTry<T> {}

    /**
     * Takes one and judges. One that can't be judged is given back.
     *
     * @param stored the budget's item as it was read
     * @param judge empty for wrong
     */
    static <T> JudgedTry<T> of(
            AttemptReservations reservations,
            AttemptBudget budget,
            @Nullable Item stored,
            Instant now,
            Supplier<Optional<T>> judge) {
        return switch (reservations.take(budget, stored, now)) {
            case ReservationOutcome.Locked(Duration wait) -> new Locked<>(wait);
            case ReservationOutcome.Taken taken -> judged(reservations, taken, judge);
        };
    }

    private static <T> JudgedTry<T> judged(
            AttemptReservations reservations, ReservationOutcome.Taken taken, Supplier<Optional<T>> judge) {
        try {
            return judge.get()
                    .<JudgedTry<T>>map(found -> new Right<>(taken, found))
                    .orElseGet(() -> new Wrong<>(taken));
        } catch (KeysUnavailable unjudged) {
            reservations.giveBack(taken.budget());
            throw unjudged;
        }
    }
}
