package dev.latchkey.attempts;

import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.attempts.Tries.Takings;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Item;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.StoreUnavailable;
import dev.latchkey.store.Table;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a try from several budgets, so that either all count it or none: in one write, or in a crowd one after another. */
final class TogetherTries {

    private final Table table;
    private final Tries tries;
    private final List<AttemptBudget> budgets;
    private final String name;

    /** @param name of the try, its own */
    TogetherTries(Table table, Tries tries, List<AttemptBudget> budgets, String name) {
        this.table = table;
        this.tries = tries;
        this.budgets = budgets;
        this.name = name;
    }

    Takings take(Snapshot stored, Instant cleared, Instant now) {
        Takings together = together(stored, cleared, now);
        return together != null ? together : oneByOne(stored, cleared, now);
    }

    /** In one write; {@code null} where somebody else's came first. */
    private @Nullable Takings together(Snapshot stored, Instant cleared, Instant now) {
        List<Verdict.Free> free = new ArrayList<>();
        List<Taking.Taken> taken = new ArrayList<>();
        Duration wait = Duration.ZERO;
        for (AttemptBudget budget : budgets) {
            Item item = stored.get(budget.key());
            switch (budget.judge(item, cleared, name, now)) {
                case Verdict.Locked(Instant until) -> {
                    Duration one = Tries.wait(now, until);
                    wait = one.compareTo(wait) > 0 ? one : wait;
                }
                case Verdict.Free one -> {
                    free.add(one);
                    taken.add(new Taking.Taken(budget, one.one(), one.ordinal()));
                }
            }
        }
        if (free.size() < budgets.size()) {
            return new Takings.Locked(wait);
        }
        if (commit(free) == Commit.LOST) {
            return null;
        }
        return new Takings.Taken(taken);
    }

    /** A crowd would lose against each other for ever; single writes it takes in whatever turn there is. */
    private Takings oneByOne(Snapshot stored, Instant cleared, Instant now) {
        List<Taking.Taken> taken = new ArrayList<>();
        for (AttemptBudget budget : budgets) {
            switch (one(budget, stored, cleared, now, taken)) {
                case Taking.Taken one -> taken.add(one);
                case Taking.Locked(Duration wait) -> {
                    tries.giveBack(budgets(taken));
                    return new Takings.Locked(wait);
                }
            }
        }
        return new Takings.Taken(taken);
    }

    private Taking one(AttemptBudget budget, Snapshot stored, Instant cleared, Instant now, List<Taking.Taken> before) {
        try {
            return tries.take(budget, stored.get(budget.key()), cleared, name, now);
        } catch (StoreUnavailable unanswered) {
            Tries.despite(unanswered, () -> tries.giveBack(budgets(before)));
            throw unanswered;
        }
    }

    private Commit commit(List<Verdict.Free> free) {
        List<Write> writes = free.stream().<Write>map(Verdict.Free::takeAsRead).toList();
        try {
            return table.commit(writes);
        } catch (StoreUnavailable unanswered) {
            for (int at = 0; at < free.size(); at++) {
                AttemptBudget budget = budgets.get(at);
                Verdict.Free one = free.get(at);
                Tries.despite(unanswered, () -> tries.giveBack(budget, one));
            }
            throw unanswered;
        }
    }

    private static List<AttemptBudget> budgets(List<Taking.Taken> taken) {
        return taken.stream().map(Taking.Taken::budget).toList();
    }
}
