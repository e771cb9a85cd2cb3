package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.AttemptBudget.Authenticator;
import dev.latchkey.attempts.AttemptBudget.Try;
import dev.latchkey.attempts.AttemptBudget.Verdict;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.HashingBusy;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private final Table table;
    private final PasswordHashing hashing;
    private final Randomness randomness;

    public PasswordStep(Table table, PasswordHashing hashing, Randomness randomness) {
        this.table = table;
        this.hashing = hashing;
        this.randomness = randomness;
    }

    static AttemptBudget budget(FirmId firm, Holder address) {
        return AttemptBudget.of(Authenticator.PASSWORD, firm, address);
    }

    /**
     * Takes a try and judges.
     *
     * @param tries the budget's item as it was read
     */
    Step judge(AttemptBudget budget, @Nullable Item tries, @Nullable Account account, Password typed, Instant now) {
        return switch (take(budget, tries, now)) {
            case Taking.Locked(Instant until) -> new Step.Locked(wait(now, until));
            case Taking.Taken(Try one, boolean locks) -> judged(budget, one, locks, account, typed);
        };
    }

    /** Forgives a try that was right though nothing came of it, whoever writes at the same time. */
    void forgive(AttemptBudget budget, Try right) {
        settle(budget, item -> budget.forgive(right, item));
    }

    private Step judged(AttemptBudget budget, Try one, boolean locks, @Nullable Account account, Password typed) {
        try {
            return hashing.isRight(typed, account) ? new Step.Right(one, locks) : new Step.Wrong(locks);
        } catch (HashingBusy busy) {
            settle(budget, budget::giveBack);
            throw busy;
        }
    }

    private void settle(AttemptBudget budget, Settling settling) {
        Contention.resolve(() -> {
            Write write = settling.by(table.read(budget.key()));
            return write == null || table.commit(List.of(write)) == Commit.DONE ? Commit.DONE : null;
        });
    }

    private interface Settling {

        @Nullable
        Write by(@Nullable Item stored);
    }

    /** Another machine's clock may be a little ahead. */
    private static Duration wait(Instant now, Instant until) {
        Duration wait = Duration.between(now, until);
        return wait.compareTo(AttemptBudget.LOCK) < 0 ? wait : AttemptBudget.LOCK;
    }

    private sealed interface Taking {

        record Locked(Instant until) implements Taking {}

        record Taken(Try one, boolean locks) implements Taking {}
    }

    private Taking take(AttemptBudget budget, @Nullable Item tries, Instant now) {
        String name = randomness.id();
        Taking first = takeOnce(budget, tries, name, now);
        return first != null ? first : Contention.resolve(() -> takeAgain(budget, name, now));
    }

    private @Nullable Taking takeOnce(AttemptBudget budget, @Nullable Item tries, String name, Instant now) {
        return switch (budget.judge(tries, name, now)) {
            case Verdict.Locked(Instant until) -> new Taking.Locked(until);
            case Verdict.Free(Write.Update take, Try one) -> {
                Item taken = table.change(take);
                yield taken == null ? null : new Taking.Taken(one, AttemptBudget.isLast(taken));
            }
        };
    }

    /** Where it was taken already, the reply was lost, and whoever asked again found it done. */
    private @Nullable Taking takeAgain(AttemptBudget budget, String name, Instant now) {
        Item tries = table.read(budget.key());
        Try own = AttemptBudget.lastOf(tries, name);
        return tries != null && own != null
                ? new Taking.Taken(own, AttemptBudget.isLast(tries))
                : takeOnce(budget, tries, name, now);
    }
}
