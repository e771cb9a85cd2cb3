package dev.latchkey.throttling;

import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The consecutive failures of one authenticator at one address, NIST SP 800-63B-4 section 3.2.2. A try is taken before it
 * is judged, by one atomic write, so however many guess at once no more are judged than there are tries. The tenth locks
 * for 15 minutes from the instant it was taken; tries during the lock don't prolong it, and the count starts anew after
 * it. A success gives its own try back and forgives what had failed before it, and nothing that is judged beside it. An
 * address without an account is counted like any other.
 *
 * @param factor whose failures are counted
 * @param firm on whose roll they are while they lock; {@code null} of those that keep out a single device or source
 * @param key where the tries are counted
 * @param most consecutive failures that lock
 */
public record AttemptBudget(Factor factor, @Nullable FirmId firm, Key key, int most) {

    /** Consecutive failures that lock. */
    public static final int MOST = 10;

    /** Wrong passwords for an address, from whatever sources, that lock it for everybody but known devices. */
    public static final int MOST_OF_ALL = 100;

    private static final String TRIES = "tries";

    /** How long a lock lasts. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(30);

    /** What failures are counted of. */
    public enum Factor {
        PASSWORD,
        TOTP,
        RECOVERY;

        /** In keys, and in the trail. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static AttemptBudget of(Factor factor, FirmId firm, Principal address) {
        int most = factor == Factor.PASSWORD ? MOST_OF_ALL : MOST;
        return new AttemptBudget(factor, firm, address.key(firm, TRIES, factor.value()), most);
    }

    /** Of the passwords for an address that come from one source. */
    public static AttemptBudget ofSource(FirmId firm, Principal address, String sourceIp) {
        return ofOne(address.key(firm, TRIES, "password", "source", SourceAddress.key(sourceIp)));
    }

    /** Of those that one known device types. */
    public static AttemptBudget ofDevice(FirmId firm, Principal address, String tag) {
        return ofOne(address.key(firm, TRIES, "password", "device", tag));
    }

    private static AttemptBudget ofOne(Key key) {
        return new AttemptBudget(Factor.PASSWORD, null, key, MOST);
    }

    /**
     * Judges by what is stored.
     *
     * @param name of this try, its own: where the reply to its write is lost, it is known again by that for a minute
     */
    public BudgetDecision judge(@Nullable Item stored, String name, Instant now) {
        return judge(stored, Instant.EPOCH, name, now);
    }

    /** The same where what was tried until then doesn't count any more. */
    public BudgetDecision judge(@Nullable Item stored, Instant cleared, String name, Instant now) {
        Instant until = lockedUntil(stored);
        boolean over = stored != null
                && StoredAttempts.taken(stored) > 0
                && !stored.time(StoredAttempts.AT).isAfter(cleared);
        if (until != null && now.isBefore(until) && !over) {
            return new BudgetDecision.Locked(until);
        }
        long taken = StoredAttempts.taken(stored);
        long halved = most == MOST_OF_ALL ? StoredAttempts.halved(stored, now) : StoredAttempts.forgiven(stored);
        boolean anew = until != null || over || halved > StoredAttempts.forgiven(stored);
        long begins = until != null || over ? taken : halved;
        Reservation one = anew
                ? new Reservation(taken, begins)
                : new Reservation(StoredAttempts.over(stored, now), StoredAttempts.forgiven(stored));
        long ordinal = taken + 1 - one.forgiven();
        AttemptName named = AttemptName.of(name, now);
        ItemUpdate noted = named.noted(StoredAttempts.TAKEN, stored, now.minus(StoredAttempts.LONGEST_JUDGEMENT))
                .set(StoredAttempts.AT, now)
                .timeToLive(now.plus(KEPT));
        ItemUpdate counted = anew
                ? begin(noted, taken, begins)
                : (ordinal == most ? indexed(noted) : noted).increment(StoredAttempts.TAKEN);
        Condition left = anew
                ? Condition.equal(StoredAttempts.TAKEN, taken)
                : Condition.missing(StoredAttempts.TAKEN)
                        .or(Condition.less(StoredAttempts.TAKEN, StoredAttempts.forgiven(stored) + most));
        Condition asRead = Condition.count(StoredAttempts.TAKEN, taken)
                .and(Condition.count(StoredAttempts.FORGIVEN, StoredAttempts.forgiven(stored)));
        return new BudgetDecision.Free(
                Write.update(key, counted, left.and(named.notYet())), one, named, ordinal, asRead.and(named.notYet()));
    }

    private static ItemUpdate begin(ItemUpdate changes, long taken, long forgiven) {
        return changes.set(StoredAttempts.FORGIVEN, forgiven)
                .set(StoredAttempts.FAILED, taken)
                .set(StoredAttempts.TAKEN, taken + 1)
                .remove(ClientIndex.INDEX);
    }

    private ItemUpdate indexed(ItemUpdate changes) {
        return firm == null ? changes : changes.set(ClientIndex.INDEX, ClientIndex.of(firm));
    }

    /**
     * Puts the tries on the roll where one locks that was not read as the tenth, because others were taken beside it;
     * {@code null} otherwise. Loses where one was given back or taken since.
     */
    public @Nullable Write addToIndex(Item taken) {
        return firm != null && ordinal(taken) == most && taken.optionalText(ClientIndex.INDEX) == null
                ? Write.update(
                        key,
                        indexed(ItemUpdate.none()),
                        Condition.equal(StoredAttempts.TAKEN, StoredAttempts.taken(taken))
                                .and(Condition.count(StoredAttempts.FORGIVEN, StoredAttempts.forgiven(taken))))
                : null;
    }

    /** When the lock of tries ends that are on the roll, which they are while they lock. */
    public static Instant lockedUntilOnRoll(Item rolled) {
        return rolled.time(StoredAttempts.AT).plus(LOCK);
    }

    /** Until when the step is locked, also where that is past; {@code null} where it is not. */
    public @Nullable Instant lockedUntil(@Nullable Item stored) {
        return stored != null && StoredAttempts.taken(stored) - StoredAttempts.forgiven(stored) >= most
                ? stored.time(StoredAttempts.AT).plus(LOCK)
                : null;
    }

    /** Which consecutive one the try is that left this, from 1. The tenth locks, unless it succeeds. */
    public static long ordinal(Item taken) {
        return StoredAttempts.taken(taken) - StoredAttempts.forgiven(taken);
    }

    /** Notes that a try failed: from then on a success forgives it. */
    public Write fail() {
        return Write.update(key, ItemUpdate.none().increment(StoredAttempts.FAILED), Condition.present());
    }

    /**
     * Gives back a try that succeeded and forgives what had failed before it. Loses where somebody else has forgiven more;
     * then it is to be made from what is stored.
     */
    public Write forgive(Reservation succeeded) {
        return giveBack(Math.max(succeeded.failed(), succeeded.forgiven()));
    }

    /** Takes back a try that succeeded, and forgives nothing else. */
    public Write takeBack(Reservation succeeded) {
        return giveBack(succeeded.forgiven());
    }

    /** The same by what is stored by now; {@code null} where nothing is left to give back, because all was forgiven since. */
    public @Nullable Write forgive(Reservation succeeded, @Nullable Item now) {
        return StoredAttempts.taken(now) <= StoredAttempts.forgiven(now)
                ? null
                : giveBack(Math.min(
                        Math.max(succeeded.failed(), StoredAttempts.forgiven(now)), StoredAttempts.taken(now) - 1));
    }

    /** The same as a list of one write or none. */
    public List<Write> forgiving(Reservation succeeded, @Nullable Item now) {
        Write write = forgive(succeeded, now);
        return write == null ? List.of() : List.of(write);
    }

    /** Gives back one that may have been taken; {@code null} where it wasn't, or where it may be forgiven since. */
    public @Nullable Write giveBack(BudgetDecision.Free unanswered, @Nullable Item now) {
        return unanswered.ordinalIn(now) != null
                        && StoredAttempts.forgiven(now) == unanswered.one().forgiven()
                ? giveBack(now)
                : null;
    }

    /** Gives back a try that was not judged; {@code null} where nothing is left to give back. */
    public @Nullable Write giveBack(@Nullable Item now) {
        return StoredAttempts.taken(now) <= StoredAttempts.forgiven(now)
                ? null
                : giveBack(StoredAttempts.forgiven(now));
    }

    private Write giveBack(long forgiven) {
        return Write.update(
                key,
                ItemUpdate.none()
                        .decrement(StoredAttempts.TAKEN)
                        .set(StoredAttempts.FORGIVEN, forgiven)
                        .remove(ClientIndex.INDEX),
                Condition.missing(StoredAttempts.FORGIVEN)
                        .or(Condition.atMost(StoredAttempts.FORGIVEN, forgiven))
                        .and(Condition.more(StoredAttempts.TAKEN, forgiven)));
    }

    /** Forgives all that are stored, as staff do, or a reset. Loses where one was taken meanwhile. */
    public @Nullable Write forgiveAll(@Nullable Item stored) {
        long taken = StoredAttempts.taken(stored);
        return taken == StoredAttempts.forgiven(stored)
                ? null
                : Write.update(
                        key,
                        ItemUpdate.none()
                                .set(StoredAttempts.FORGIVEN, taken)
                                .set(StoredAttempts.FAILED, taken)
                                .remove(ClientIndex.INDEX),
                        Condition.equal(StoredAttempts.TAKEN, taken));
    }
}
