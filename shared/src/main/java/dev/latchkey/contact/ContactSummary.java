package dev.latchkey.contact;

/**
 * A contact as it is listed with one of its addresses.
 *
 * @param subject the contact's {@linkplain Contact#subject() subject}
 */
public record ContactSummary(ContactId contact, String subject, ContactType type, String name) {

    /** Reads what {@link #text} wrote; anything else means a broken table. */
    static ContactSummary read(ContactId contact, String text) {
        String[] parts = text.split("\\.", 3);
        if (parts.length != 3) {
            throw new IllegalStateException("a contact of an address has another form");
        }
        return new ContactSummary(contact, parts[0], ContactType.valueOf(parts[1]), parts[2]);
    }

    /** As it is stored on the address. */
    String text() {
        return String.join(".", subject, type.name(), name);
    }
}
