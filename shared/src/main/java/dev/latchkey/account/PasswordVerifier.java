package dev.latchkey.account;

import dev.latchkey.crypto.HashingOverloaded;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.throttling.AttemptReservations;
import dev.latchkey.throttling.AttemptReservations.Takings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Judges a typed password, on whatever route. A try is taken first from all that it counts for, so that no guess is judged that
 * was not counted; if there is no turn to hash in, it is given back.
 */
public final class PasswordVerifier {

    /** How the step ended. */
    public sealed interface Step {

        /** Not judged: too many were wrong. */
        record Locked(Duration retryAfter) implements Step {}

        /** Right. Whoever lets the caller go on notes that the try succeeded. */
        record Right(PasswordAttempt one) implements Step {}

        record Wrong(PasswordAttempt one) implements Step {}
    }

    private final AttemptReservations reservations;
    private final PasswordHashing hashing;

    public PasswordVerifier(AttemptReservations reservations, PasswordHashing hashing) {
        this.reservations = reservations;
        this.hashing = hashing;
    }

    /**
     * Takes a try and judges.
     *
     * @param stored what was read of the counts
     * @param cleared what was tried until then doesn't count
     */
    Step judge(
            PasswordBudgets budgets,
            ItemBatch stored,
            Instant cleared,
            @Nullable Account account,
            Password typed,
            Instant now) {
        return switch (reservations.take(budgets.all(), stored, cleared, now)) {
            case Takings.Locked(Duration wait) -> new Step.Locked(wait);
            case Takings.Taken(var all) -> judged(new PasswordAttempt(budgets, all), account, typed);
        };
    }

    /** It was right though nothing came of it, whoever writes at the same time. */
    void forgive(PasswordAttempt right) {
        reservations.settle(right.budgets().all(), right::succeed);
    }

    private Step judged(PasswordAttempt one, @Nullable Account account, Password typed) {
        try {
            return hashing.isRight(typed, account) ? new Step.Right(one) : new Step.Wrong(one);
        } catch (HashingOverloaded busy) {
            reservations.giveBack(one.budgets().all());
            throw busy;
        }
    }
}
