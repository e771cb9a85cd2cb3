package dev.latchkey.contact;

import dev.latchkey.contact.Address.Use;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an address is stored. {@link AddressContacts} writes which contacts have it. */
public final class AddressItem {

    static final String ON = "on:";
    static final String EMAIL = "email";
    static final String GENERATION = "generation";
    static final String SUBJECT = "subject";
    static final String COUNT = "contacts";
    static final String UNDELIVERABLE_SINCE = "undeliverableSince";
    static final String DEACTIVATED_AT = "deactivatedAt";
    private static final String CLEARED_AT = "clearedAt";

    private AddressItem() {}

    public static Key key(FirmId firm, Email email) {
        return key(firm, Principal.of(firm, email));
    }

    public static Key key(FirmId firm, Principal address) {
        return address.address().key(firm, "address");
    }

    /** Without an item the address is on no contact. */
    public static Address read(FirmId firm, @Nullable Item item) {
        return item == null
                ? new Address(firm, null, null, null, null)
                : new Address(
                        firm,
                        new Email(item.text(EMAIL)),
                        use(item),
                        item.optionalTime(UNDELIVERABLE_SINCE),
                        item.optionalTime(DEACTIVATED_AT));
    }

    private static @Nullable Use use(Item item) {
        List<ContactSummary> listed = item.textsNamed(ON).entrySet().stream()
                .map(entry -> ContactSummary.read(new ContactId(entry.getKey()), entry.getValue()))
                .toList();
        long count = item.number(COUNT, 0);
        return count == 0 ? null : new Use(item.text(GENERATION), item.text(SUBJECT), count, listed);
    }

    /**
     * What the index has of an address.
     *
     * @param count how many contacts have it
     * @param listed some of them
     */
    public static Address fromIndex(
            FirmId firm, Email email, long count, List<ContactSummary> listed, @Nullable Item item) {
        String generation = item == null ? null : item.optionalText(GENERATION);
        String subject = item == null ? null : item.optionalText(SUBJECT);
        return new Address(
                firm,
                email,
                count == 0 ? null : new Use(known(generation), known(subject), count, listed),
                item == null ? null : item.optionalTime(UNDELIVERABLE_SINCE),
                item == null ? null : item.optionalTime(DEACTIVATED_AT));
    }

    /** The index is not a consistent snapshot: it can have a contact before its address. */
    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether mail to it bounces. The attributes of the index are enough. */
    public static boolean isUndeliverable(Item item) {
        return item.optionalTime(UNDELIVERABLE_SINCE) != null;
    }

    /** Whether its account is deactivated. The attributes of the index are enough. */
    public static boolean isDeactivated(Item item) {
        return item.optionalTime(DEACTIVATED_AT) != null;
    }

    /**
     * Fails the transaction unless the address has been on contacts without a break since it was read, and is not
     * deactivated.
     */
    static Write checkStands(Address read) {
        return Write.check(key(read), stands(read));
    }

    /** The same, and fails it unless the address takes mail. */
    static Write checkTakesMail(Address read) {
        return Write.check(key(read), stands(read).and(Condition.missing(UNDELIVERABLE_SINCE)));
    }

    /** Fails the transaction unless the address is on a contact in use, is not deactivated and takes mail. */
    public static Write checkTakesMail(FirmId firm, Email email) {
        Condition takesMail = Condition.exists(GENERATION)
                .and(Condition.missing(UNDELIVERABLE_SINCE))
                .and(Condition.missing(DEACTIVATED_AT));
        return Write.check(key(firm, email), takesMail);
    }

    private static Condition stands(Address read) {
        Use use = read.use();
        if (use == null) {
            throw new IllegalStateException("an address that is on no contact stands nowhere");
        }
        return Condition.equal(GENERATION, use.generation()).and(Condition.missing(DEACTIVATED_AT));
    }

    private static Key key(Address read) {
        Email email = read.email();
        if (email == null) {
            throw new IllegalStateException("an address that nobody told of has no item");
        }
        return key(read.firm(), email);
    }

    /** Removes an address that no contact in use has; fails if one has it. */
    public static Write removeUnused(FirmId firm, Principal address) {
        return Write.delete(key(firm, address), isUnused());
    }

    /** Fails the transaction if a contact in use has the address. */
    public static Write checkUnused(FirmId firm, Principal address) {
        return Write.check(key(firm, address), isUnused());
    }

    static Condition isUnused() {
        return Condition.missing(COUNT).or(Condition.equal(COUNT, 0));
    }

    /**
     * Marks a known address as undeliverable. Fails if it is marked already, or if staff cleared it after the message
     * was sent: a repeated or late report doesn't count again.
     */
    public static Write mark(FirmId firm, Principal address, Instant sentAt, Instant now) {
        Condition news = Condition.missing(UNDELIVERABLE_SINCE)
                .and(Condition.missing(CLEARED_AT).or(Condition.atMost(CLEARED_AT, sentAt.toEpochMilli())));
        return Write.update(
                key(firm, address),
                ItemUpdate.none().set(UNDELIVERABLE_SINCE, now),
                Condition.present().and(news));
    }

    /** Clears the mark; fails if there is none. */
    public static Write clear(FirmId firm, Email email, Instant now) {
        return Write.update(
                key(firm, email),
                ItemUpdate.none().set(CLEARED_AT, now).remove(UNDELIVERABLE_SINCE),
                Condition.exists(UNDELIVERABLE_SINCE));
    }

    /**
     * Deactivates the account of the address, and invalidates what was mailed to it for good. Fails if the address is
     * on no contact or is deactivated already.
     *
     * @param generation the next
     */
    public static Write deactivate(FirmId firm, Email email, String generation, Instant now) {
        return Write.update(
                key(firm, email),
                ItemUpdate.none().set(DEACTIVATED_AT, now).set(GENERATION, generation),
                Condition.exists(GENERATION).and(Condition.missing(DEACTIVATED_AT)));
    }

    /**
     * Reactivates the account of the address; what was mailed before stays invalid. Fails unless it was deactivated at
     * this instant.
     */
    public static Write reactivate(FirmId firm, Email email, Instant deactivatedAt) {
        return Write.update(
                key(firm, email),
                ItemUpdate.none().remove(DEACTIVATED_AT),
                Condition.equal(DEACTIVATED_AT, deactivatedAt.toEpochMilli()));
    }
}
