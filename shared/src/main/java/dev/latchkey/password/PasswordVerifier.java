package dev.latchkey.password;

import dev.latchkey.account.Account;
import dev.latchkey.crypto.HashingOverloaded;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.throttling.AttemptReservations;
import dev.latchkey.throttling.AttemptReservations.Takings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Checks a typed password, on every route. It first reserves an attempt in all budgets, so no guess is checked that was not
 * counted. If hashing is overloaded, the attempt is given back.
 */
public final class PasswordVerifier {

    /** The result of the check. */
    public sealed interface Step {

        /** Not checked: too many were wrong. */
        record Locked(Duration retryAfter) implements Step {}

        /** Right. The caller notes that the attempt succeeded. */
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
     * Reserves an attempt and checks the password.
     *
     * @param stored the items of the budgets as they were read
     * @param cleared attempts until then don't count
     */
    public Step judge(
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

    /** Settles an attempt that was right though the request was not carried out. */
    public void forgive(PasswordAttempt right) {
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
