package dev.latchkey.contact;

import dev.latchkey.contact.Contact.State;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a contact stands in the table. */
public final class ContactItem {

    static final String STATE = "state";
    static final String EMAILS = "emails";

    private ContactItem() {}

    public static Key key(FirmId firm, ContactId contact) {
        return Holder.of(contact).key(firm, "contact");
    }

    public static @Nullable Contact read(FirmId firm, ContactId id, @Nullable Item item) {
        if (item == null) {
            return null;
        }
        return new Contact(
                firm,
                id,
                item.number("version"),
                item.text("subject"),
                state(item),
                ContactType.valueOf(item.text("type")),
                item.text("name"),
                addresses(item));
    }

    /** The addresses of a contact in use, and {@code null} of one that is not. Needs no more of it than the roll has. */
    public static @Nullable List<Email> inUse(Item item) {
        return state(item) == State.LIVE
                ? addresses(item).stream().map(ContactAddress::email).toList()
                : null;
    }

    static Item write(Contact contact) {
        return Item.at(key(contact.firm(), contact.id()))
                .number("version", contact.version())
                .text("subject", contact.subject())
                .text(STATE, contact.state().name())
                .text("type", contact.type().name())
                .text("name", contact.name())
                .rows(EMAILS, rows(contact.addresses()))
                .text(Roll.INDEX, Roll.of(contact.firm()))
                .build();
    }

    private static State state(Item item) {
        return State.valueOf(item.text(STATE));
    }

    private static List<ContactAddress> addresses(Item item) {
        return item.rows(EMAILS).stream()
                .map(row -> new ContactAddress(new Email(field(row, "address")), field(row, "generation")))
                .toList();
    }

    private static List<Map<String, String>> rows(List<ContactAddress> addresses) {
        return addresses.stream()
                .map(address -> Map.of(
                        "address", address.email().address(),
                        "generation", address.generation()))
                .toList();
    }

    private static String field(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new IllegalStateException("an address row lacks " + name);
        }
        return value;
    }
}
