package dev.latchkey.password;

import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.throttling.AttemptReservations.ReservationOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reserved attempt with a password, in all budgets that it counts in.
 *
 * @param taken one of each budget, in the order of the budgets
 */
public record PasswordAttempt(PasswordBudgets budgets, List<ReservationOutcome.Taken> taken) {

    /** Whether it locks the address for all but known devices, unless it succeeds. */
    public boolean locksAddress() {
        return budgets.ofAddress() != null && taken.getLast().locks();
    }

    /**
     * Clears the own budget, and takes this attempt back from that of the address.
     *
     * @param reread what is stored now; {@code null} for what was read before the attempt
     */
    public List<Write> succeed(@Nullable ItemBatch reread) {
        return reread == null ? succeed() : succeedBy(reread);
    }

    private List<Write> succeed() {
        List<Write> writes = new ArrayList<>();
        writes.add(budgets.own().forgive(taken.getFirst().reservation()));
        if (budgets.ofAddress() != null) {
            writes.add(budgets.ofAddress().takeBack(taken.getLast().reservation()));
        }
        return writes;
    }

    private List<Write> succeedBy(ItemBatch now) {
        AttemptBudget own = budgets.own();
        List<Write> writes = new ArrayList<>(own.forgiving(taken.getFirst().reservation(), now.get(own.key())));
        AttemptBudget all = budgets.ofAddress();
        Write back = all == null ? null : all.giveBack(now.get(all.key()));
        if (back != null) {
            writes.add(back);
        }
        return writes;
    }

    /** Notes that it failed. */
    public List<Write> fail() {
        return budgets.all().stream().map(AttemptBudget::fail).toList();
    }
}
