package dev.latchkey.magiclink;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the codes typed for a link. A try is taken before it is judged and given back if the code was right, or could not
 * be judged; so however many guess at once, no more are judged than there are tries.
 */
final class CodeAttempts {

    private static final String TAKEN = "codeTries";
    private static final String TAKEN_AT = "codeTriedAt";
    private static final String WRONG = "wrongCodes";

    /** A try that nothing was heard of for so long was lost, and comes back. */
    static final Duration LONGEST_JUDGEMENT = Duration.ofMinutes(1);

    private CodeAttempts() {}

    /** Takes one of the tries; refused where all are taken. */
    static Write take(LinkId id, Instant now) {
        Condition left = Condition.missing(TAKEN).or(Condition.less(TAKEN, MagicLink.MOST_WRONG_CODES));
        return Write.update(
                id.key(),
                ItemUpdate.none().increment(TAKEN).set(TAKEN_AT, now),
                Condition.present().and(left));
    }

    /**
     * Takes one where all are taken and some of them were lost: taken {@link #LONGEST_JUDGEMENT} ago and more, and
     * neither found wrong nor given back, because the table or the function went away meanwhile. Refused where there is
     * no such try.
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

    /** How many are taken, judged or not. */
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
