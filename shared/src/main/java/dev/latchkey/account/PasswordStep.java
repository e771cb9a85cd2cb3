package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.AttemptBudget.Authenticator;
import dev.latchkey.attempts.AttemptBudget.Try;
import dev.latchkey.attempts.Tries;
import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.HashingBusy;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Judges a typed password, on whatever route. A try is taken from the account's budget first, so that no guess is judged
 * that was not counted; if there is no turn to hash in, it is given back.
 */
public final class PasswordStep {

    /** How the step ended. */
    public sealed interface Step {

        /** Not judged: too many were wrong. */
        record Locked(Duration retryAfter) implements Step {}

        /** Right; and whether this try would have been the last. Whoever lets the caller go on forgives the try. */
        record Right(Try one, boolean locks) implements Step {}

        /** Wrong, and whether this one locks the step. */
        record Wrong(boolean locks) implements Step {}
    }

    private final Tries tries;
    private final PasswordHashing hashing;

    public PasswordStep(Tries tries, PasswordHashing hashing) {
        this.tries = tries;
        this.hashing = hashing;
    }

    public static AttemptBudget budget(FirmId firm, Holder address) {
        return AttemptBudget.of(Authenticator.PASSWORD, firm, address);
    }

    /**
     * Takes a try and judges.
     *
     * @param stored the budget's item as it was read
     */
    public Step judge(
            AttemptBudget budget, @Nullable Item stored, @Nullable Account account, Password typed, Instant now) {
        return switch (tries.take(budget, stored, now)) {
            case Taking.Locked(Duration wait) -> new Step.Locked(wait);
            case Taking.Taken taken -> judged(budget, taken, account, typed);
        };
    }

    /** Forgives a try that was right though nothing came of it, whoever writes at the same time. */
    public void forgive(AttemptBudget budget, Try right) {
        tries.forgive(budget, right);
    }

    private Step judged(AttemptBudget budget, Taking.Taken taken, @Nullable Account account, Password typed) {
        try {
            return hashing.isRight(typed, account)
                    ? new Step.Right(taken.one(), taken.locks())
                    : new Step.Wrong(taken.locks());
        } catch (HashingBusy busy) {
            tries.giveBack(budget);
            throw busy;
        }
    }
}
