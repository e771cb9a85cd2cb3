package dev.latchkey.magiclink;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the codes typed for a link. An attempt is counted before its code is judged. It is given back if the code was right
 * or could not be judged. So concurrent guesses can't get more attempts than the limit allows.
 */
final class CodeAttempts {

    private static final String TAKEN = "codeTries";
    private static final String TAKEN_AT = "codeTriedAt";
    private static final String WRONG = "wrongCodes";

    /** An attempt without a result for this long was lost, and becomes available again. */
    static final Duration LONGEST_JUDGEMENT = Duration.ofMinutes(1);

    private CodeAttempts() {}

    /** Counts an attempt; its condition fails where all are taken. */
    static Write take(LinkId id, Instant now) {
        Condition left = Condition.missing(TAKEN).or(Condition.less(TAKEN, MagicLink.MOST_WRONG_CODES));
        return Write.update(
                id.key(),
                ItemUpdate.none().increment(TAKEN).set(TAKEN_AT, now),
                Condition.present().and(left));
    }

    /**
     * Takes over a lost attempt where all are taken. An attempt is lost when it was taken {@link #LONGEST_JUDGEMENT} ago or
     * earlier and was neither found wrong nor given back, because the table or the function failed meanwhile. Its condition
     * fails where no attempt was lost.
     */
    static Write retake(MagicLink link, Instant now) {
        long wrong = link.wrongCodes();
        Condition someLost = wrong == 0
                ? Condition.missing(WRONG)
                : Condition.equal(WRONG, wrong).and(Condition.less(WRONG, MagicLink.MOST_WRONG_CODES));
        Condition longAgo =
                Condition.atMost(TAKEN_AT, now.minus(LONGEST_JUDGEMENT).toEpochMilli());
        return Write.update(
                link.id().key(), ItemUpdate.none().set(TAKEN, wrong + 1).set(TAKEN_AT, now), someLost.and(longAgo));
    }

    /** How many attempts are taken, judged or not. */
    static long taken(Item item) {
        return item.number(TAKEN, 0);
    }

    static Write giveBack(LinkId id) {
        return Write.update(id.key(), giveBack(ItemUpdate.none()), Condition.more(TAKEN, 0));
    }

    static ItemUpdate giveBack(ItemUpdate changes) {
        return changes.decrement(TAKEN);
    }

    static Write wrong(LinkId id) {
        return Write.update(id.key(), ItemUpdate.none().increment(WRONG), Condition.present());
    }

    static long wrong(Item item) {
        return item.number(WRONG, 0);
    }

    static Condition notKilled() {
        return Condition.missing(WRONG).or(Condition.less(WRONG, MagicLink.MOST_WRONG_CODES));
    }
}
