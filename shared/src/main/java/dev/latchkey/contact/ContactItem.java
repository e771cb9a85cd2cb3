package dev.latchkey.contact;

import dev.latchkey.contact.Contact.State;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBuilder;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a contact is stored. */
public final class ContactItem {

    public static final String STATE = "state";
    static final String EMAILS = "emails";
    private static final String FORMER = "former";
    private static final String FAULTS = "directoryFaults";
    private static final String REVISION = "revision";
    private static final String SINCE = "since";

    private ContactItem() {}

    public static Key key(FirmId firm, ContactId contact) {
        return Principal.of(contact).key(firm, "contact");
    }

    public static @Nullable Contact read(FirmId firm, ContactId id, @Nullable Item item) {
        return item == null ? null : read(firm, id, item, item.number("version"), faults(item));
    }

    /** What the index has of one: everything but the attributes that order its writes. */
    public static Contact fromIndex(FirmId firm, Item item) {
        return read(firm, id(item.key()), item, 0, null);
    }

    /** The contact with this key. */
    public static ContactId id(Key key) {
        return new ContactId(key.pk().substring(key.pk().lastIndexOf('#') + 1));
    }

    private static Contact read(
            FirmId firm, ContactId id, Item item, long version, @Nullable List<DirectoryFault> faults) {
        return new Contact(
                firm,
                id,
                version,
                item.text("subject"),
                state(item),
                new ContactProfile(ContactType.valueOf(item.text("type")), item.text("name"), faults),
                addresses(item),
                former(item),
                item.number(REVISION, 0));
    }

    /** The addresses of a contact in use; {@code null} otherwise. The attributes of the index are enough. */
    public static @Nullable List<Email> inUse(Item item) {
        return state(item) == State.LIVE
                ? addresses(item).stream().map(ContactAddress::email).toList()
                : null;
    }

    /** Whether the item is a contact that is archived or deleted; false for any other item. Its state is enough. */
    public static boolean isNotInUse(Item item) {
        String state = item.optionalText(STATE);
        return state != null && State.valueOf(state) != State.LIVE;
    }

    /**
     * Replaces the contact that was read; fails if another write came first.
     *
     * @param end when a deleted one may be cleaned up
     */
    static Write replace(@Nullable Contact read, Contact next, Instant end) {
        ItemBuilder item = write(next);
        return Write.put(
                (next.state() == State.DELETED ? item.timeToLive(end) : item).build(),
                read == null ? Condition.absent() : asRead(read));
    }

    /**
     * Marks an erased contact as finished: nothing is left besides this item, which is cleaned up at the end. Fails if
     * the contact was changed.
     */
    public static Write erased(Contact read, Instant end) {
        return Write.update(
                key(read.firm(), read.id()),
                ItemUpdate.none().set(STATE, State.DELETED.name()).timeToLive(end),
                asRead(read));
    }

    /** Fails the transaction if the contact was changed since it was read. */
    public static Write check(Contact read) {
        return Write.check(key(read.firm(), read.id()), asRead(read));
    }

    private static Condition asRead(Contact read) {
        return Condition.equal("version", read.version()).and(revision(read.revision()));
    }

    private static Condition revision(long read) {
        return read == 0
                ? Condition.missing(REVISION).or(Condition.equal(REVISION, 0))
                : Condition.equal(REVISION, read);
    }

    private static ItemBuilder write(Contact contact) {
        return Item.at(key(contact.firm(), contact.id()))
                .number("version", contact.version())
                .text("subject", contact.subject())
                .text(STATE, contact.state().name())
                .text("type", contact.type().name())
                .text("name", contact.name())
                .rows(FAULTS, faultRows(contact.profile().faults()))
                .rows(EMAILS, rows(contact.addresses()))
                .rows(FORMER, formerRows(contact.former()))
                .number(REVISION, contact.revision())
                .text(ClientIndex.INDEX, ClientIndex.of(contact.firm()));
    }

    private static State state(Item item) {
        return State.valueOf(item.text(STATE));
    }

    private static List<ContactAddress> addresses(Item item) {
        return item.rows(EMAILS).stream()
                .map(row -> new ContactAddress(new Email(field(row, "address")), field(row, "generation"), since(row)))
                .toList();
    }

    private static List<Map<String, String>> rows(List<ContactAddress> addresses) {
        return addresses.stream()
                .map(address -> Map.of(
                        "address",
                        address.email().address(),
                        "generation",
                        address.generation(),
                        SINCE,
                        address.since().toString()))
                .toList();
    }

    private static List<FormerAddress> former(Item item) {
        return item.rows(FORMER).stream()
                .map(row -> new FormerAddress(
                        new Email(field(row, "address")), since(row), Instant.parse(field(row, "leftAt"))))
                .toList();
    }

    private static List<Map<String, String>> formerRows(List<FormerAddress> former) {
        return former.stream()
                .map(address -> Map.of(
                        "address",
                        address.email().address(),
                        SINCE,
                        address.since().toString(),
                        "leftAt",
                        address.leftAt().toString()))
                .toList();
    }

    private static List<DirectoryFault> faults(Item item) {
        return item.rows(FAULTS).stream()
                .map(row -> new DirectoryFault(field(row, "field"), field(row, "message")))
                .toList();
    }

    private static List<Map<String, String>> faultRows(@Nullable List<DirectoryFault> faults) {
        return Objects.requireNonNull(faults, "nothing read from the roll is written").stream()
                .map(fault -> Map.of("field", fault.field(), "message", fault.message()))
                .toList();
    }

    /** Of what was written before it was noted, the beginning of time. */
    private static Instant since(Map<String, String> row) {
        String since = row.get(SINCE);
        return since == null ? Instant.EPOCH : Instant.parse(since);
    }

    private static String field(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new IllegalStateException("a row of a contact lacks " + name);
        }
        return value;
    }
}
