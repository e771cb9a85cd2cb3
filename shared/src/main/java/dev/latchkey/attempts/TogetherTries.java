package dev.latchkey.attempts;

import dev.latchkey.attempts.AttemptBudget.Verdict;
import dev.latchkey.attempts.Tries.Taking;
import dev.latchkey.attempts.Tries.Takings;
import dev.latchkey.store.Commit;
import dev.latchkey.store.Contention;
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

/**
 * Takes a try from several budgets at once, so that either all count it or none. One that many take from at once, an address
 * from all sources, is taken in whatever turn there is; a crowd would have to wait for each other otherwise.
 */
final class TogetherTries {

    /** So many may be taken beside one that was read before. */
    private static final int MOST_BESIDE = 20;

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
        Takings first = takeOnce(stored, cleared, now);
        return first != null
                ? first
                : Contention.resolve(() -> takeOnce(
                        table.read(budgets.stream().map(AttemptBudget::key).toList()), cleared, now));
    }

    private @Nullable Takings takeOnce(Snapshot stored, Instant cleared, Instant now) {
        List<Verdict.Free> free = new ArrayList<>();
        List<Taking.Taken> taken = new ArrayList<>();
        List<Taking.Taken> before = new ArrayList<>();
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
            before.addAll(takenBefore(budget, item, now));
        }
        if (before.size() == budgets.size()) {
            return new Takings.Taken(before);
        }
        if (free.size() < budgets.size()) {
            return new Takings.Locked(wait);
        }
        if (commit(free) == Commit.LOST) {
            return null;
        }
        taken.forEach(this::enrol);
        return new Takings.Taken(taken);
    }

    /** Near its end the count is looked at once more: whose turn was the last is not known from what was read before. */
    private void enrol(Taking.Taken one) {
        AttemptBudget budget = one.budget();
        if (isShared(budget) && one.ordinal() > budget.most() - MOST_BESIDE) {
            Item item = table.read(budget.key());
            Write enrolling = item == null ? null : budget.enrol(item);
            if (enrolling != null) {
                table.commit(List.of(enrolling));
            }
        }
    }

    private static boolean isShared(AttemptBudget budget) {
        return budget.most() > AttemptBudget.MOST;
    }

    /** What an earlier attempt of this same try left, whose reply was lost. It forgives nothing but itself. */
    private List<Taking.Taken> takenBefore(AttemptBudget budget, @Nullable Item item, Instant now) {
        Long place = TryName.of(name, now).placeIn(item);
        if (item == null || place == null) {
            return List.of();
        }
        AttemptBudget.Try one = new AttemptBudget.Try(AttemptBudget.forgiven(item), AttemptBudget.forgiven(item));
        return List.of(new Taking.Taken(budget, one, Math.max(1, place - AttemptBudget.forgiven(item))));
    }

    private Commit commit(List<Verdict.Free> free) {
        List<Write> writes = free.stream().<Write>map(Verdict.Free::takeAsRead).toList();
        try {
            return table.commit(writes);
        } catch (StoreUnavailable unanswered) {
            for (int at = 0; at < free.size(); at++) {
                giveBack(budgets.get(at), free.get(at), unanswered);
            }
            throw unanswered;
        }
    }

    private void giveBack(AttemptBudget budget, Verdict.Free free, StoreUnavailable unanswered) {
        try {
            tries.giveBack(budget, free);
        } catch (StoreUnavailable again) {
            unanswered.addSuppressed(again);
        }
    }
}
