package dev.latchkey.attempts;

import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The consecutive failures of one authenticator at one address, NIST SP 800-63B-4 section 3.2.2. A try is taken before it
 * is judged, by one atomic write, so however many guess at once no more are judged than there are tries. The tenth locks
 * for 15 minutes from the instant it was taken; tries during the lock don't prolong it, and the count starts anew after
 * it. A success forgives what was taken up to it and nothing that is judged beside it. An address without an account is
 * counted like any other.
 *
 * @param key where the tries are counted
 */
public record AttemptBudget(Key key) {

    /** Consecutive failures that lock. */
    public static final int MOST = 10;

    /** How long a lock lasts. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String TAKEN = "taken";
    private static final String FORGIVEN = "forgiven";
    private static final String AT = "at";

    /** What failures are counted of. */
    public enum Authenticator {
        PASSWORD
    }

    public static AttemptBudget of(Authenticator authenticator, FirmId firm, Holder address) {
        return new AttemptBudget(address.key(firm, "tries", authenticator.name().toLowerCase(Locale.ROOT)));
    }

    /** Whether one more may be tried. */
    public sealed interface Verdict {

        /**
         * It may, once this write is committed; where that loses, somebody else took it.
         *
         * @param ordinal at least how manieth it is of all that were ever taken
         */
        record Free(Write.Update take, long ordinal) implements Verdict {}

        /** It may not, before this instant. */
        record Locked(Instant until) implements Verdict {}
    }

    public Verdict judge(@Nullable Item stored, Instant now) {
        Instant until = lockedUntil(stored);
        if (until != null && now.isBefore(until)) {
            return new Verdict.Locked(until);
        }
        long taken = taken(stored);
        Changes noted = Changes.none().set(AT, now).timeToLive(now.plus(KEPT));
        if (until != null) {
            Changes anew = noted.set(FORGIVEN, taken).set(TAKEN, taken + 1);
            return new Verdict.Free(Write.update(key, anew, Condition.equal(TAKEN, taken)), taken + 1);
        }
        long most = forgiven(stored) + MOST;
        Condition left = Condition.missing(TAKEN).or(Condition.less(TAKEN, most));
        return new Verdict.Free(Write.update(key, noted.increment(TAKEN), left), taken + 1);
    }

    /** Until when the step is locked, also where that is past; {@code null} where it is not. */
    public static @Nullable Instant lockedUntil(@Nullable Item stored) {
        return stored != null && taken(stored) - forgiven(stored) >= MOST
                ? stored.time(AT).plus(LOCK)
                : null;
    }

    /** Gives back a try that was not judged. */
    public Write.Update giveBack() {
        return Write.update(key, Changes.none().decrement(TAKEN), Condition.more(TAKEN, 0));
    }

    /** Whether the try that left this is the one that locks, unless it succeeds. */
    public static boolean isLast(Item taken) {
        return taken(taken) - forgiven(taken) == MOST;
    }

    /** Forgives a try that succeeded and all before it. Loses where that is done already, or the count is gone. */
    public Write forgive(long ordinal) {
        return Write.update(key, Changes.none().set(FORGIVEN, ordinal), unforgiven(ordinal));
    }

    /** Whether {@link #forgive} would still change anything. */
    public static boolean isUnforgiven(@Nullable Item stored, long ordinal) {
        return stored != null && taken(stored) >= ordinal && forgiven(stored) < ordinal;
    }

    private static Condition unforgiven(long ordinal) {
        return Condition.more(TAKEN, ordinal - 1)
                .and(Condition.missing(FORGIVEN).or(Condition.less(FORGIVEN, ordinal)));
    }

    /** Forgives all that are stored, as staff do, or a reset. Loses where one was taken meanwhile. */
    public @Nullable Write forgiveAll(@Nullable Item stored) {
        long taken = taken(stored);
        return taken == forgiven(stored)
                ? null
                : Write.update(key, Changes.none().set(FORGIVEN, taken), Condition.equal(TAKEN, taken));
    }

    private static long taken(@Nullable Item stored) {
        return stored == null ? 0 : stored.number(TAKEN, 0);
    }

    private static long forgiven(@Nullable Item stored) {
        return stored == null ? 0 : stored.number(FORGIVEN, 0);
    }
}
