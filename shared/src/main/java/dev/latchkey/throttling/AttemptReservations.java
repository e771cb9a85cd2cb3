package dev.latchkey.throttling;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Decision;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import dev.latchkey.store.UpdateOutcome;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes tries from budgets before anything is judged, and settles those that came to nothing, whoever else writes. */
public final class AttemptReservations {

    /** How the taking ended. */
    public sealed interface ReservationOutcome {

        /** None is to be had for so long. */
        record Locked(Duration retryAfter) implements ReservationOutcome {}

        /**
         * One was taken.
         *
         * @param ordinal which consecutive one it is, from 1
         */
        record Taken(AttemptBudget budget, Reservation one, long ordinal) implements ReservationOutcome {

            /** Whether it locks, unless it succeeds. */
            public boolean locks() {
                return ordinal == budget.most();
            }

            /** How many are left after it. */
            public long left() {
                return budget.most() - ordinal;
            }

            /**
             * Forgives it as it was read; or, where that was overtaken, by what is stored now.
             *
             * @param again what is stored now, {@code null} the first time
             */
            public List<Write> forgive(@Nullable ItemBatch again) {
                return again == null ? List.of(budget.forgive(one)) : budget.forgiving(one, again.get(budget.key()));
            }
        }
    }

    private final Table table;
    private final Randomness randomness;

    public AttemptReservations(Table table, Randomness randomness) {
        this.table = table;
        this.randomness = randomness;
    }

    /**
     * Takes one, in one write. A request takes one at most, however often that is sent and however many replies are lost; and
     * none, if possible, where it can't learn whether it has one.
     *
     * @param stored the budget's item as it was read
     */
    public ReservationOutcome take(AttemptBudget budget, @Nullable Item stored, Instant now) {
        return take(budget, stored, Instant.EPOCH, randomness.id(), now);
    }

    /** The same where what was tried until then doesn't count, by a name that may stand for an earlier attempt of this. */
    ReservationOutcome take(AttemptBudget budget, @Nullable Item stored, Instant cleared, String name, Instant now) {
        return table.decide(new Rounds(budget, stored, cleared, name, now)::decide);
    }

    /** How the taking of one from each of several budgets ended. */
    public sealed interface Takings {

        /** None is to be had for so long. */
        record Locked(Duration retryAfter) implements Takings {}

        /** One of each was taken. */
        record Taken(List<ReservationOutcome.Taken> all) implements Takings {}
    }

    /**
     * Takes one from each of these or none, in one write.
     *
     * @param stored what was read of the budgets
     * @param cleared what was tried until then doesn't count
     */
    public Takings take(List<AttemptBudget> budgets, ItemBatch stored, Instant cleared, Instant now) {
        return new JointReservation(table, this, budgets, randomness.id()).take(stored, cleared, now);
    }

    /**
     * Takes one in the transaction of another write; {@code null} where somebody else wrote since, either the budget or what
     * the other write is about. Nothing was taken then.
     */
    public @Nullable ReservationOutcome takeWith(
            Write other, AttemptBudget budget, @Nullable Item stored, Instant now) {
        return switch (budget.judge(stored, randomness.id(), now)) {
            case BudgetDecision.Locked(Instant until) -> locked(now, until);
            case BudgetDecision.Free free ->
                answered(budget, free, () -> table.commit(List.of(other, free.takeAsRead()))) == Commit.DONE
                        ? new ReservationOutcome.Taken(budget, free.one(), free.ordinal())
                        : null;
        };
    }

    /** Forgives a try that was right though nothing came of it. */
    public void forgive(ReservationOutcome.Taken right) {
        settle(List.of(right.budget()), right::forgive);
    }

    /** Settles those of several budgets together, by what is stored of them. */
    public void settle(List<AttemptBudget> budgets, Function<ItemBatch, List<Write>> settling) {
        List<Key> keys = budgets.stream().map(AttemptBudget::key).toList();
        table.decide(() -> {
            List<Write> writes = settling.apply(table.read(keys));
            return writes.isEmpty() || table.commitOnce(writes) == Commit.DONE
                    ? Decision.answer(Commit.DONE)
                    : Decision.overtaken();
        });
    }

    /** Gives back one that could not be judged. */
    public void giveBack(AttemptBudget budget) {
        giveBack(List.of(budget));
    }

    /** The same of several budgets. */
    public void giveBack(List<AttemptBudget> budgets) {
        settle(
                budgets,
                stored -> budgets.stream()
                        .flatMap(budget -> Stream.ofNullable(budget.giveBack(stored.get(budget.key()))))
                        .toList());
    }

    /** Another machine's clock may be a little ahead. */
    private static ReservationOutcome locked(Instant now, Instant until) {
        return new ReservationOutcome.Locked(wait(now, until));
    }

    static Duration wait(Instant now, Instant until) {
        Duration wait = Duration.between(now, until);
        return wait.compareTo(AttemptBudget.LOCK) < 0 ? wait : AttemptBudget.LOCK;
    }

    /** Gives back what may have been taken, where nobody said whether it was. */
    void giveBack(AttemptBudget budget, BudgetDecision.Free unanswered) {
        settle(
                List.of(budget),
                stored -> Stream.ofNullable(budget.giveBack(unanswered, stored.get(budget.key())))
                        .toList());
    }

    /** A request that isn't told whether it has a try judges nothing, so it gives back what it may have. */
    private <T> T answered(AttemptBudget budget, BudgetDecision.Free free, Supplier<T> write) {
        try {
            return write.get();
        } catch (StoreUnavailable unanswered) {
            despite(unanswered, () -> giveBack(budget, free));
            throw unanswered;
        }
    }

    /** Tidies up after an outage, as far as that is over. */
    static void despite(StoreUnavailable outage, Runnable tidying) {
        try {
            tidying.run();
        } catch (StoreUnavailable again) {
            outage.addSuppressed(again);
        }
    }

    /**
     * The rounds of one reservation. A write that fails returns the item as it is now, and the next round decides by that
     * without a read.
     */
    private final class Rounds {

        private final AttemptBudget budget;
        private final String name;
        private final Instant cleared;
        private final Instant now;
        private BudgetDecision verdict;

        Rounds(AttemptBudget budget, @Nullable Item stored, Instant cleared, String name, Instant now) {
            this.budget = budget;
            this.cleared = cleared;
            this.name = name;
            this.now = now;
            this.verdict = budget.judge(stored, cleared, name, now);
        }

        Decision<ReservationOutcome> decide() {
            return switch (verdict) {
                case BudgetDecision.Locked(Instant until) -> Decision.answer(locked(now, until));
                case BudgetDecision.Free free -> decide(free, write(free));
            };
        }

        /** The item after the write, whether or not it was carried out. */
        private @Nullable Item write(BudgetDecision.Free free) {
            return switch (answered(budget, free, () -> table.update(free.take()))) {
                case UpdateOutcome.Done(Item left) -> left;
                case UpdateOutcome.Lost(@Nullable Item found) -> found;
            };
        }

        /** The write fails too where an earlier sending of it was carried out. Then its name is on the item. */
        private Decision<ReservationOutcome> decide(BudgetDecision.Free free, @Nullable Item left) {
            Long ordinal = free.ordinalIn(left);
            if (left != null && ordinal != null) {
                return Decision.answer(taken(free, left, ordinal));
            }
            return switch (budget.judge(left, cleared, name, now)) {
                case BudgetDecision.Locked(Instant until) -> Decision.answer(locked(now, until));
                case BudgetDecision.Free next -> {
                    verdict = next.insteadOf(free);
                    yield Decision.overtaken();
                }
            };
        }

        private ReservationOutcome taken(BudgetDecision.Free free, Item left, long ordinal) {
            Write indexing = budget.addToIndex(left);
            if (indexing != null) {
                table.commit(List.of(indexing));
            }
            return new ReservationOutcome.Taken(budget, free.one(), ordinal);
        }
    }
}
