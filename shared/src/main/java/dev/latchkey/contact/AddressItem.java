package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an address stands in the table: one attribute {@code on:<contact>} for each contact in use that has it. Contacts
 * join and leave without reading it first.
 */
public final class AddressItem {

    private static final String ON = "on:";
    private static final String EMAIL = "email";
    static final String UNDELIVERABLE_SINCE = "undeliverableSince";
    static final String DEACTIVATED_AT = "deactivatedAt";
    private static final String CLEARED_AT = "clearedAt";

    /** In bytes, so that a thousand contacts fit into the item whatever they are called. */
    private static final int LONGEST_NAME = 256;

    private AddressItem() {}

    public static Key key(FirmId firm, Email email) {
        return key(firm, Holder.of(firm, email));
    }

    public static Key key(FirmId firm, Holder address) {
        return address.key(firm, "address");
    }

    /** Of no item, an address that is on no contact. */
    public static Address read(FirmId firm, @Nullable Item item) {
        if (item == null) {
            return new Address(firm, null, List.of(), null, null);
        }
        List<Listed> contacts = item.textsNamed(ON).entrySet().stream()
                .map(entry -> listed(new ContactId(entry.getKey()), entry.getValue()))
                .toList();
        return new Address(
                firm,
                new Email(item.text(EMAIL)),
                contacts,
                item.optionalTime(UNDELIVERABLE_SINCE),
                item.optionalTime(DEACTIVATED_AT));
    }

    /** As far as the roll tells of one, on these contacts. */
    public static Address onRoll(FirmId firm, Email email, List<Listed> contacts, @Nullable Item item) {
        return new Address(
                firm,
                email,
                contacts,
                item == null ? null : item.optionalTime(UNDELIVERABLE_SINCE),
                item == null ? null : item.optionalTime(DEACTIVATED_AT));
    }

    /** Whether mail to it comes back. Needs no more of it than the roll has. */
    public static boolean isUndeliverable(Item item) {
        return item.optionalTime(UNDELIVERABLE_SINCE) != null;
    }

    /** Whether its account is deactivated. Needs no more of it than the roll has. */
    public static boolean isDeactivated(Item item) {
        return item.optionalTime(DEACTIVATED_AT) != null;
    }

    /** Lists a contact anew that has it; loses unless the owner is kept out since just then. */
    public static Write list(FirmId firm, Email email, Listed contact, Instant deactivatedAt) {
        return Write.update(
                key(firm, email),
                Changes.none().set(ON + contact.standing().contact().value(), text(contact)),
                Condition.equal(DEACTIVATED_AT, deactivatedAt.toEpochMilli()));
    }

    static Write join(FirmId firm, Email email, Listed contact) {
        Changes joined =
                known(firm, email).set(ON + contact.standing().contact().value(), text(contact));
        return Write.update(key(firm, email), joined);
    }

    static Write leave(FirmId firm, Email email, ContactId contact) {
        Changes left = known(firm, email).remove(ON + contact.value());
        return Write.update(key(firm, email), left);
    }

    private static Changes known(FirmId firm, Email email) {
        return Changes.none().set(EMAIL, email.address()).set(Roll.INDEX, Roll.of(firm));
    }

    /** Fails a transaction unless the address still stands there and is not deactivated. */
    public static Write checkStands(FirmId firm, Email email, Standing standing) {
        return Write.check(key(firm, email), stands(standing).and(Condition.missing(DEACTIVATED_AT)));
    }

    /** Fails a transaction unless the address still stands there and mail may go to it. */
    public static Write checkTakesMail(FirmId firm, Email email, Standing standing) {
        return Write.check(
                key(firm, email),
                stands(standing).and(Condition.missing(UNDELIVERABLE_SINCE)).and(Condition.missing(DEACTIVATED_AT)));
    }

    /**
     * Marks an address that is known. Loses where it is marked already, and where staff cleared it after the message in
     * question was sent: what is reported twice, or late, does not count again.
     */
    public static Write mark(FirmId firm, Holder address, Instant sentAt, Instant now) {
        Condition news = Condition.missing(UNDELIVERABLE_SINCE)
                .and(Condition.missing(CLEARED_AT).or(Condition.atMost(CLEARED_AT, sentAt.toEpochMilli())));
        return Write.update(
                key(firm, address),
                Changes.none().set(UNDELIVERABLE_SINCE, now),
                Condition.present().and(news));
    }

    /** Takes the mark away; loses where there is none. */
    public static Write clear(FirmId firm, Email email, Instant now) {
        return Write.update(
                key(firm, email),
                Changes.none().set(CLEARED_AT, now).remove(UNDELIVERABLE_SINCE),
                Condition.exists(UNDELIVERABLE_SINCE));
    }

    /** Keeps out whoever has it. Loses where somebody is kept out already. */
    public static Write deactivate(FirmId firm, Email email, Instant now) {
        return Write.update(
                key(firm, email),
                Changes.none().set(DEACTIVATED_AT, now),
                Condition.present().and(Condition.missing(DEACTIVATED_AT)));
    }

    /** Lets whoever has it in again; what was mailed before stays dead. Loses unless they are kept out since just then. */
    public static Write reactivate(FirmId firm, Email email, Instant deactivatedAt) {
        return Write.update(
                key(firm, email),
                Changes.none().remove(DEACTIVATED_AT),
                Condition.equal(DEACTIVATED_AT, deactivatedAt.toEpochMilli()));
    }

    private static Condition stands(Standing standing) {
        return Condition.startsWith(ON + standing.contact().value(), standing.generation() + ".");
    }

    private static String text(Listed contact) {
        return String.join(
                ".",
                contact.standing().generation(),
                contact.standing().subject(),
                contact.type().name(),
                shortened(contact.name()));
    }

    private static String shortened(String name) {
        int room = LONGEST_NAME;
        int end = 0;
        for (int codePoint : name.codePoints().toArray()) {
            String next = Character.toString(codePoint);
            room -= next.getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            end += next.length();
        }
        return name.substring(0, end);
    }

    private static Listed listed(ContactId contact, String text) {
        String[] parts = text.split("\\.", 4);
        if (parts.length != 4) {
            throw new IllegalStateException("a contact of an address has another form");
        }
        return new Listed(new Standing(contact, parts[0], parts[1]), ContactType.valueOf(parts[2]), parts[3]);
    }
}
