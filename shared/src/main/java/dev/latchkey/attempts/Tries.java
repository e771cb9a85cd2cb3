package dev.latchkey.attempts;

import dev.latchkey.attempts.AttemptBudget.Try;
import dev.latchkey.attempts.AttemptBudget.Verdict;
import dev.latchkey.crypto.Randomness;
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
    private final Randomness randomness;

    public Tries(Table table, Randomness randomness) {
        this.table = table;
        this.randomness = randomness;
    }

    /**
     * Takes one, in one write.
     *
     * @param stored the budget's item as it was read
     */
    public Taking take(AttemptBudget budget, @Nullable Item stored, Instant now) {
        String name = randomness.id();
        Taking first = takeOnce(budget, stored, name, now);
        return first != null ? first : Contention.resolve(() -> takeAgain(budget, name, now));
    }

    /**
     * Takes one in the transaction of another write; {@code null} where somebody else wrote since, either the budget or what
     * the other write is about. Nothing was taken then.
     */
    public @Nullable Taking takeWith(Write other, AttemptBudget budget, @Nullable Item stored, Instant now) {
        return switch (budget.judge(stored, randomness.id(), now)) {
            case Verdict.Locked(Instant until) -> new Taking.Locked(wait(now, until));
            case Verdict.Free free ->
                table.commit(List.of(other, free.takeAsRead())) == Commit.DONE
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

    private @Nullable Taking takeOnce(AttemptBudget budget, @Nullable Item stored, String name, Instant now) {
        return switch (budget.judge(stored, name, now)) {
            case Verdict.Locked(Instant until) -> new Taking.Locked(wait(now, until));
            case Verdict.Free free -> {
                Item taken = table.change(free.take());
                yield taken == null ? null : taken(budget, free.one(), taken);
            }
        };
    }

    /** Where it was taken already, the reply was lost, and whoever asked again found it done. */
    private @Nullable Taking takeAgain(AttemptBudget budget, String name, Instant now) {
        Item stored = table.read(budget.key());
        Try own = AttemptBudget.lastOf(stored, name);
        return stored != null && own != null ? taken(budget, own, stored) : takeOnce(budget, stored, name, now);
    }

    private Taking taken(AttemptBudget budget, Try one, Item left) {
        Write enrolling = budget.enrol(left);
        if (enrolling != null) {
            table.commit(List.of(enrolling));
        }
        return new Taking.Taken(one, AttemptBudget.ordinal(left));
    }
}
