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

    private ContactItem() {}

    public static Key key(FirmId firm, ContactId contact) {
        return Holder.of(contact).key(firm, "contact");
    }

    public static @Nullable Contact read(FirmId firm, ContactId id, @Nullable Item item) {
        if (item == null) {
            return null;
        }
        List<ContactAddress> addresses = item.rows("emails").stream()
                .map(row -> new ContactAddress(new Email(field(row, "address")), field(row, "generation")))
                .toList();
        return new Contact(
                firm,
                id,
                item.number("version"),
                item.text("subject"),
                State.valueOf(item.text("state")),
                ContactType.valueOf(item.text("type")),
                item.text("name"),
                addresses);
    }

    static Item write(Contact contact) {
        return Item.at(key(contact.firm(), contact.id()))
                .number("version", contact.version())
                .text("subject", contact.subject())
                .text("state", contact.state().name())
                .text("type", contact.type().name())
                .text("name", contact.name())
                .rows("emails", rows(contact.addresses()))
                .build();
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
