package dev.latchkey.contact;

import dev.latchkey.contact.Contact.Standing;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a contact stands in the table. */
public final class ContactItem {

    private static final String GENERATIONS = "generations";

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
                Standing.valueOf(item.text("standing")),
                ContactType.valueOf(item.text("type")),
                item.text("name"),
                addresses);
    }

    /** Fails a transaction unless the address still stands on a contact in use. */
    public static Write checkHonours(FirmId firm, ContactId contact, String generation) {
        return Write.check(key(firm, contact), Condition.contains(GENERATIONS, generation));
    }

    static Item write(Contact contact) {
        Set<String> live = contact.isLive()
                ? contact.addresses().stream().map(ContactAddress::generation).collect(Collectors.toSet())
                : Set.of();
        return Item.at(key(contact.firm(), contact.id()))
                .number("version", contact.version())
                .text("subject", contact.subject())
                .text("standing", contact.standing().name())
                .text("type", contact.type().name())
                .text("name", contact.name())
                .rows("emails", rows(contact.addresses()))
                .texts(GENERATIONS, live)
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
