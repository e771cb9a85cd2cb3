package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.attempts.AttemptBudget.Authenticator;
import dev.latchkey.attempts.AttemptBudget.Verdict;
import dev.latchkey.contact.Holder;
import dev.latchkey.crypto.HashingBusy;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
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
        record Locked(Instant until) implements Step {}

        /** Right. Whoever lets the caller go on forgives the try. */
        record Right(long ordinal) implements Step {}

        /** Wrong, and whether this one locks the step. */
        record Wrong(boolean locks) implements Step {}
    }

    private final Table table;
    private final PasswordHashing hashing;

    public PasswordStep(Table table, PasswordHashing hashing) {
        this.table = table;
        this.hashing = hashing;
    }

    static AttemptBudget budget(FirmId firm, Holder address) {
        return AttemptBudget.of(Authenticator.PASSWORD, firm, address);
    }

    /** @param tries the budget's item as it was read */
    Step judge(AttemptBudget budget, @Nullable Item tries, @Nullable Account account, Password typed, Instant now) {
        Taken taken = take(budget, tries, now);
        return switch (taken.verdict()) {
            case Verdict.Locked(Instant until) -> new Step.Locked(until);
            case Verdict.Free free -> judged(budget, free.ordinal(), taken.locks(), account, typed);
        };
    }

    private Step judged(AttemptBudget budget, long ordinal, boolean locks, @Nullable Account account, Password typed) {
        try {
            return hashing.isRight(typed, account) ? new Step.Right(ordinal) : new Step.Wrong(locks);
        } catch (HashingBusy busy) {
            table.change(budget.giveBack());
            throw busy;
        }
    }

    private record Taken(Verdict verdict, boolean locks) {}

    private Taken take(AttemptBudget budget, @Nullable Item tries, Instant now) {
        Taken first = takeOnce(budget, tries, now);
        return first != null ? first : Contention.resolve(() -> takeOnce(budget, table.read(budget.key()), now));
    }

    private @Nullable Taken takeOnce(AttemptBudget budget, @Nullable Item tries, Instant now) {
        Verdict verdict = budget.judge(tries, now);
        if (!(verdict instanceof Verdict.Free free)) {
            return new Taken(verdict, false);
        }
        Item taken = table.change(free.take());
        return taken == null ? null : new Taken(verdict, AttemptBudget.isLast(taken));
    }
}
