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
 * The consecutive failures of one factor at one address, NIST SP 800-63B-4 section 3.2.2. An attempt is reserved before it
 * is checked, by one atomic write, so parallel guesses can't exceed the budget. The tenth locks for 15 minutes from its
 * reservation. Attempts during the lock don't prolong it, and after it the count starts again. A success gives its own attempt
 * back and forgives those that had failed before it, but none that is checked at the same time. An address without an account
 * is counted like any other.
 *
 * @param factor whose failures are counted
 * @param firm in whose index the item is while it locks; {@code null} for a budget of a single device or source
 * @param key of the item that counts the attempts
 * @param most so many consecutive failures lock
 */
public record AttemptBudget(Factor factor, @Nullable FirmId firm, Key key, int most) {

    /** So many consecutive failures lock. */
    public static final int MOST = 10;

    /** So many wrong passwords for an address, from all sources, lock it for all but known devices. */
    public static final int MOST_OF_ALL = 100;

    private static final String TRIES = "tries";

    /** How long a lock lasts. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(30);

    /** The factor whose failures are counted. */
    public enum Factor {
        PASSWORD,
        TOTP,
        RECOVERY;

        /** The value in keys and in the audit trail. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static AttemptBudget of(Factor factor, FirmId firm, Principal address) {
        int most = factor == Factor.PASSWORD ? MOST_OF_ALL : MOST;
        return new AttemptBudget(factor, firm, address.key(firm, TRIES, factor.value()), most);
    }

    /** The budget of passwords for an address from one source. */
    public static AttemptBudget ofSource(FirmId firm, Principal address, String sourceIp) {
        return ofOne(address.key(firm, TRIES, "password", "source", SourceAddress.key(sourceIp)));
    }

    /** The budget of passwords for an address from one known device. */
    public static AttemptBudget ofDevice(FirmId firm, Principal address, String tag) {
        return ofOne(address.key(firm, TRIES, "password", "device", tag));
    }

    private static AttemptBudget ofOne(Key key) {
        return new AttemptBudget(Factor.PASSWORD, null, key, MOST);
    }

    /**
     * Decides by what is stored.
     *
     * @param name unique to this attempt: for a minute it identifies the attempt after a lost reply
     */
    public BudgetDecision judge(@Nullable Item stored, String name, Instant now) {
        return judge(stored, Instant.EPOCH, name, now);
    }

    /** The same where attempts until then don't count any more. */
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
        Reservation reservation = anew
                ? new Reservation(taken, begins)
                : new Reservation(StoredAttempts.over(stored, now), StoredAttempts.forgiven(stored));
        long ordinal = taken + 1 - reservation.forgiven();
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
                Write.update(key, counted, left.and(named.notYet())),
                reservation,
                named,
                ordinal,
                asRead.and(named.notYet()));
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
     * Adds the item to the index if an attempt locks that was not read as the tenth, because others were reserved at the same
     * time; {@code null} otherwise. Fails if one was given back or reserved since.
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

    /** When the lock of an item in the index ends. An item is in the index while it locks. */
    public static Instant lockedUntilOnRoll(Item indexed) {
        return indexed.time(StoredAttempts.AT).plus(LOCK);
    }

    /** The end of the lock, which may be past; {@code null} without a lock. */
    public @Nullable Instant lockedUntil(@Nullable Item stored) {
        return stored != null && StoredAttempts.taken(stored) - StoredAttempts.forgiven(stored) >= most
                ? stored.time(StoredAttempts.AT).plus(LOCK)
                : null;
    }

    /** The place of the last attempt among the consecutive ones, from 1. The tenth locks, unless it succeeds. */
    public static long ordinal(Item taken) {
        return StoredAttempts.taken(taken) - StoredAttempts.forgiven(taken);
    }

    /** Notes that an attempt failed. A later success forgives it. */
    public Write fail() {
        return Write.update(key, ItemUpdate.none().increment(StoredAttempts.FAILED), Condition.present());
    }

    /**
     * Gives back an attempt that succeeded and forgives those that had failed before it. Fails if another request has forgiven
     * more; then make it from what is stored.
     */
    public Write forgive(Reservation succeeded) {
        return giveBack(Math.max(succeeded.failed(), succeeded.forgiven()));
    }

    /** Gives back an attempt that succeeded, and forgives nothing else. */
    public Write takeBack(Reservation succeeded) {
        return giveBack(succeeded.forgiven());
    }

    /** Forgives by what is stored now; {@code null} if nothing is left to give back, because all was forgiven since. */
    public @Nullable Write forgive(Reservation succeeded, @Nullable Item now) {
        return StoredAttempts.taken(now) <= StoredAttempts.forgiven(now)
                ? null
                : giveBack(Math.min(
                        Math.max(succeeded.failed(), StoredAttempts.forgiven(now)), StoredAttempts.taken(now) - 1));
    }

    /** The same as a list of at most one write. */
    public List<Write> forgiving(Reservation succeeded, @Nullable Item now) {
        Write write = forgive(succeeded, now);
        return write == null ? List.of() : List.of(write);
    }

    /** Gives back an attempt that may have been reserved; {@code null} if it wasn't, or if it may be forgiven since. */
    public @Nullable Write giveBack(BudgetDecision.Free unanswered, @Nullable Item now) {
        return unanswered.ordinalIn(now) != null
                        && StoredAttempts.forgiven(now)
                                == unanswered.reservation().forgiven()
                ? giveBack(now)
                : null;
    }

    /** Gives back an attempt that was not checked; {@code null} if nothing is left to give back. */
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

    /**
     * Forgives all, for an unlock by staff or a reset; {@code null} if there is nothing to forgive. Fails if one was reserved
     * meanwhile.
     */
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
