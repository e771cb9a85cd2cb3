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

/** Reserves attempts in budgets before anything is checked, and settles those of requests that were not carried out. */
public final class AttemptReservations {

    /** The result of a reservation. */
    public sealed interface ReservationOutcome {

        /** The budget is locked for so long. */
        record Locked(Duration retryAfter) implements ReservationOutcome {}

        /**
         * An attempt is reserved.
         *
         * @param ordinal its place among the consecutive ones, from 1
         */
        record Taken(AttemptBudget budget, Reservation reservation, long ordinal) implements ReservationOutcome {

            /** Whether it locks, unless it succeeds. */
            public boolean locks() {
                return ordinal == budget.most();
            }

            /** How many attempts are left after it. */
            public long left() {
                return budget.most() - ordinal;
            }

            /**
             * Forgives it by what was read before; or, in a later round, by what is stored now.
             *
             * @param again what is stored now; {@code null} in the first round
             */
            public List<Write> forgive(@Nullable ItemBatch again) {
                return again == null
                        ? List.of(budget.forgive(reservation))
                        : budget.forgiving(reservation, again.get(budget.key()));
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
     * Reserves an attempt in one write. A request reserves one at most, however often the write is sent and however many
     * replies are lost. If no reply arrives, it gives the attempt back if it can.
     *
     * @param stored the budget's item as it was read
     */
    public ReservationOutcome take(AttemptBudget budget, @Nullable Item stored, Instant now) {
        return take(budget, stored, Instant.EPOCH, randomness.id(), now);
    }

    /** The same where attempts until {@code cleared} don't count, with a name that an earlier write may have noted. */
    ReservationOutcome take(AttemptBudget budget, @Nullable Item stored, Instant cleared, String name, Instant now) {
        return table.decide(new Rounds(budget, stored, cleared, name, now)::decide);
    }

    /** The result of a reservation in several budgets. */
    public sealed interface Takings {

        /** The budget is locked for so long. */
        record Locked(Duration retryAfter) implements Takings {}

        /** An attempt is reserved in each. */
        record Taken(List<ReservationOutcome.Taken> all) implements Takings {}
    }

    /**
     * Reserves an attempt in all of these budgets or in none.
     *
     * @param stored the items of the budgets as they were read
     * @param cleared attempts until then don't count
     */
    public Takings take(List<AttemptBudget> budgets, ItemBatch stored, Instant cleared, Instant now) {
        return new JointReservation(table, this, budgets, randomness.id()).take(stored, cleared, now);
    }

    /**
     * Reserves an attempt in one transaction with another write; {@linkplain Decision.Overtaken overtaken} if a condition of one
     * of them failed. Nothing is reserved then.
     */
    public Decision<ReservationOutcome> takeWith(
            Write other, AttemptBudget budget, @Nullable Item stored, Instant now) {
        return switch (budget.judge(stored, randomness.id(), now)) {
            case BudgetDecision.Locked(Instant until) -> Decision.answer(locked(now, until));
            case BudgetDecision.Free free ->
                answered(budget, free, () -> table.commit(List.of(other, free.takeAsRead()))) == Commit.DONE
                        ? Decision.answer(new ReservationOutcome.Taken(budget, free.reservation(), free.ordinal()))
                        : Decision.overtaken();
        };
    }

    /** Forgives an attempt that was right though the request was not carried out. */
    public void forgive(ReservationOutcome.Taken right) {
        settle(List.of(right.budget()), right::forgive);
    }

    /** Settles attempts in several budgets in one transaction, by what is stored of them. */
    public void settle(List<AttemptBudget> budgets, Function<ItemBatch, List<Write>> settling) {
        List<Key> keys = budgets.stream().map(AttemptBudget::key).toList();
        table.decide(() -> {
            List<Write> writes = settling.apply(table.read(keys));
            return writes.isEmpty() || table.commitOnce(writes) == Commit.DONE
                    ? Decision.answer(Commit.DONE)
                    : Decision.overtaken();
        });
    }

    /** Gives back an attempt that could not be checked. */
    public void giveBack(AttemptBudget budget) {
        giveBack(List.of(budget));
    }

    /** The same in several budgets. */
    public void giveBack(List<AttemptBudget> budgets) {
        settle(
                budgets,
                stored -> budgets.stream()
                        .flatMap(budget -> Stream.ofNullable(budget.giveBack(stored.get(budget.key()))))
                        .toList());
    }

    /** No longer than a lock lasts: another machine's clock may be ahead. */
    private static ReservationOutcome locked(Instant now, Instant until) {
        return new ReservationOutcome.Locked(wait(now, until));
    }

    static Duration wait(Instant now, Instant until) {
        Duration wait = Duration.between(now, until);
        return wait.compareTo(AttemptBudget.LOCK) < 0 ? wait : AttemptBudget.LOCK;
    }

    /** Gives back an attempt that may have been reserved, because the reply was lost. */
    void giveBack(AttemptBudget budget, BudgetDecision.Free unanswered) {
        settle(
                List.of(budget),
                stored -> Stream.ofNullable(budget.giveBack(unanswered, stored.get(budget.key())))
                        .toList());
    }

    /** A request without a reply to its reservation checks nothing, so it gives back what it may have reserved. */
    private <T> T answered(AttemptBudget budget, BudgetDecision.Free free, Supplier<T> write) {
        try {
            return write.get();
        } catch (StoreUnavailable unanswered) {
            despite(unanswered, () -> giveBack(budget, free));
            throw unanswered;
        }
    }

    /** Cleans up after an outage, if the table is available again. */
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
        private BudgetDecision current;

        Rounds(AttemptBudget budget, @Nullable Item stored, Instant cleared, String name, Instant now) {
            this.budget = budget;
            this.cleared = cleared;
            this.name = name;
            this.now = now;
            this.current = budget.judge(stored, cleared, name, now);
        }

        Decision<ReservationOutcome> decide() {
            return switch (current) {
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
                    current = next.insteadOf(free);
                    yield Decision.overtaken();
                }
            };
        }

        private ReservationOutcome taken(BudgetDecision.Free free, Item left, long ordinal) {
            Write indexing = budget.addToIndex(left);
            if (indexing != null) {
                table.commit(List.of(indexing));
            }
            return new ReservationOutcome.Taken(budget, free.reservation(), ordinal);
        }
    }
}
