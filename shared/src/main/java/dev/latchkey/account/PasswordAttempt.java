package dev.latchkey.account;

import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * One try of a password, wherever it counts.
 *
 * @param taken the first is the own count's
 */
public record PasswordAttempt(PasswordBudgets budgets, List<ReservationOutcome.Taken> taken) {

    /** Whether it locks everybody out whose device isn't known, unless it succeeds. */
    boolean locksAddress() {
        return budgets.ofAddress() != null && taken.getLast().locks();
    }

    /** Clears the own count, and takes this try back from everybody's; as they were read. */
    List<Write> succeed() {
        List<Write> writes = new ArrayList<>();
        writes.add(budgets.own().forgive(taken.getFirst().one()));
        if (budgets.ofAddress() != null) {
            writes.add(budgets.ofAddress().takeBack(taken.getLast().one()));
        }
        return writes;
    }

    /** The same by what is stored now. */
    List<Write> succeed(ItemBatch now) {
        AttemptBudget own = budgets.own();
        List<Write> writes = new ArrayList<>(own.forgiving(taken.getFirst().one(), now.get(own.key())));
        AttemptBudget all = budgets.ofAddress();
        Write back = all == null ? null : all.giveBack(now.get(all.key()));
        if (back != null) {
            writes.add(back);
        }
        return writes;
    }

    /** It was wrong. */
    List<Write> fail() {
        return budgets.all().stream().map(AttemptBudget::fail).toList();
    }
}
