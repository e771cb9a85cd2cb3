package dev.latchkey.contact;

import dev.latchkey.contact.Address.Use;
import dev.latchkey.firm.FirmId;
import java.util.List;
import java.util.stream.Stream;

/** Addresses as a read finds them. */
public final class Addresses {

    private Addresses() {}

    /** Of no contact in use. */
    public static Address unused(FirmId firm, Email email) {
        return new Address(firm, email, null, null, null);
    }

    /** Of these contacts, whose subjects are {@code s-} and their id. */
    public static Address on(FirmId firm, Email email, String generation, String... contacts) {
        List<ContactSummary> listed = Stream.of(contacts)
                .map(id -> new ContactSummary(new ContactId(id), "s-" + id, ContactType.PERSON, "Client " + id))
                .toList();
        return new Address(firm, email, new Use(generation, "s-" + contacts[0], contacts.length, listed), null, null);
    }
}
