package dev.latchkey.attempts;

import dev.latchkey.attempts.AttemptBudget.Try;
import dev.latchkey.attempts.AttemptBudget.Verdict;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
import dev.latchkey.store.Item;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes tries from budgets before anything is judged, and settles those that came to nothing, whoever else writes. */
public final class Tries {

    /** How the taking ended. */
    public sealed interface Taking {

        /** None is to be had for so long. */
        record Locked(Duration retryAfter) implements Taking {}

        /**
         * One was taken.
         *
         * @param ordinal which consecutive one it is, from 1
         */
        record Taken(Try one, long ordinal) implements Taking {

            /** Whether it locks, unless it succeeds. */
            public boolean locks() {
                return ordinal == AttemptBudget.MOST;
            }

            /** How many are left after it. */
            public long left() {
                return AttemptBudget.MOST - ordinal;
            }
        }
    }

    private final Table table;

    public Tries(Table table) {
        this.table = table;
    }

    /**
     * Takes one. Where the reply to its write is lost it is asked for again under the same name, so that a request takes one
     * at most, whoever else takes some meanwhile.
     *
     * @param stored the budget's item as it was read
     */
    public Taking take(AttemptBudget budget, @Nullable Item stored, Instant now) {
        Verdict asRead = budget.judge(stored, now);
        Taking first = takeOnce(asRead, now);
        return first != null
                ? first
                : Contention.resolve(() -> takeOnce(since(asRead, budget.judge(table.read(budget.key()), now)), now));
    }

    /**
     * Takes one in the transaction of another write; {@code null} where somebody else wrote since, either the budget or what
     * the other write is about. Nothing was taken then.
     */
    public @Nullable Taking takeWith(Write other, AttemptBudget budget, @Nullable Item stored, Instant now) {
        return switch (budget.judge(stored, now)) {
            case Verdict.Locked(Instant until) -> new Taking.Locked(wait(now, until));
            case Verdict.Free free ->
                table.commit(List.of(other, free.take())) == Commit.DONE
                        ? new Taking.Taken(free.one(), free.ordinal())
                        : null;
        };
    }

    /** Forgives a try that was right though nothing came of it. */
    public void forgive(AttemptBudget budget, Try right) {
        settle(budget, item -> budget.forgive(right, item));
    }

    /** Gives back one that could not be judged. */
    public void giveBack(AttemptBudget budget) {
        settle(budget, budget::giveBack);
    }

    private void settle(AttemptBudget budget, Settling settling) {
        Contention.resolve(() -> {
            Write write = settling.by(table.read(budget.key()));
            return write == null || table.commitOnce(List.of(write)) == Commit.DONE ? Commit.DONE : null;
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

    private @Nullable Taking takeOnce(Verdict verdict, Instant now) {
        return switch (verdict) {
            case Verdict.Locked(Instant until) -> new Taking.Locked(wait(now, until));
            case Verdict.Free free ->
                table.commitOnce(List.of(free.take())) == Commit.DONE
                        ? new Taking.Taken(free.one(), free.ordinal())
                        : null;
        };
    }

    /** Whoever was overtaken forgives, if it succeeds, no more than had failed when it came. */
    private static Verdict since(Verdict first, Verdict later) {
        if (first instanceof Verdict.Free before && later instanceof Verdict.Free after) {
            long failed = Math.min(before.one().failed(), after.one().failed());
            return new Verdict.Free(after.take(), new Try(failed, after.one().forgiven()), after.ordinal());
        }
        return later;
    }
}
