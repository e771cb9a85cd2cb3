package dev.latchkey.throttling;

import dev.latchkey.store.Commit;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import dev.latchkey.throttling.AttemptReservations.Takings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reserves an attempt in several budgets, so that all count it or none: in one transaction, or one by one under load. */
final class JointReservation {

    private final Table table;
    private final AttemptReservations reservations;
    private final List<AttemptBudget> budgets;
    private final String name;

    /** @param name unique to the attempt */
    JointReservation(Table table, AttemptReservations reservations, List<AttemptBudget> budgets, String name) {
        this.table = table;
        this.reservations = reservations;
        this.budgets = budgets;
        this.name = name;
    }

    /** In one transaction; or, if another request wrote first, in one write for each budget. */
    Takings take(ItemBatch stored, Instant cleared, Instant now) {
        List<BudgetDecision.Free> free = new ArrayList<>();
        List<ReservationOutcome.Taken> taken = new ArrayList<>();
        Duration wait = Duration.ZERO;
        for (AttemptBudget budget : budgets) {
            Item item = stored.get(budget.key());
            switch (budget.judge(item, cleared, name, now)) {
                case BudgetDecision.Locked(Instant until) -> {
                    Duration one = AttemptReservations.wait(now, until);
                    wait = one.compareTo(wait) > 0 ? one : wait;
                }
                case BudgetDecision.Free one -> {
                    free.add(one);
                    taken.add(new ReservationOutcome.Taken(budget, one.reservation(), one.ordinal()));
                }
            }
        }
        if (free.size() < budgets.size()) {
            return new Takings.Locked(wait);
        }
        return commit(free) == Commit.DONE ? new Takings.Taken(taken) : oneByOne(stored, cleared, now);
    }

    /** Under load a transaction could fail again and again. A single write takes whichever place is next. */
    private Takings oneByOne(ItemBatch stored, Instant cleared, Instant now) {
        List<ReservationOutcome.Taken> taken = new ArrayList<>();
        for (AttemptBudget budget : budgets) {
            switch (one(budget, stored, cleared, now, taken)) {
                case ReservationOutcome.Taken one -> taken.add(one);
                case ReservationOutcome.Locked(Duration wait) -> {
                    reservations.giveBack(budgets(taken));
                    return new Takings.Locked(wait);
                }
            }
        }
        return new Takings.Taken(taken);
    }

    private ReservationOutcome one(
            AttemptBudget budget,
            ItemBatch stored,
            Instant cleared,
            Instant now,
            List<ReservationOutcome.Taken> before) {
        try {
            return reservations.take(budget, stored.get(budget.key()), cleared, name, now);
        } catch (StoreUnavailable unanswered) {
            AttemptReservations.despite(unanswered, () -> reservations.giveBack(budgets(before)));
            throw unanswered;
        }
    }

    private Commit commit(List<BudgetDecision.Free> free) {
        List<Write> writes =
                free.stream().<Write>map(BudgetDecision.Free::takeAsRead).toList();
        try {
            return table.commit(writes);
        } catch (StoreUnavailable unanswered) {
            for (int at = 0; at < free.size(); at++) {
                AttemptBudget budget = budgets.get(at);
                BudgetDecision.Free one = free.get(at);
                AttemptReservations.despite(unanswered, () -> reservations.giveBack(budget, one));
            }
            throw unanswered;
        }
    }

    private static List<AttemptBudget> budgets(List<ReservationOutcome.Taken> taken) {
        return taken.stream().map(ReservationOutcome.Taken::budget).toList();
    }
}
