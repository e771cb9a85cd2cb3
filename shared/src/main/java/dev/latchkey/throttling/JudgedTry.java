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
 * The result of a check that an attempt was reserved for.
 *
 * @param <T> what a right one was recognised as
 */
public sealed interface JudgedTry<T> {

    /** Not checked: too many were wrong. */
    record Locked<T>(Duration retryAfter) implements JudgedTry<T> {}

    /** Right, but not spent yet. The caller spends it and forgives the attempt. */
    record Right<T>(ReservationOutcome.Taken taken, T found) implements JudgedTry<T> {}

    record Wrong<T>(ReservationOutcome.Taken taken) implements JudgedTry<T> {}

    /**
     * Reserves an attempt and checks. An attempt that can't be checked is given back.
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
