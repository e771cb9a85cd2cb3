package dev.latchkey.contact;

import org.jspecify.annotations.Nullable;

/**
 * One address standing on one contact in use. Whatever is mailed or opened under it ends with it, for good.
 *
 * @param generation a random id of this standing
 * @param subject the contact's {@linkplain Contact#subject() subject}
 */
public record Standing(ContactId contact, String generation, String subject) {

    /** Reads what {@link #text} wrote; anything else is a broken table. */
    static Standing read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("a stored standing has another form");
        }
        return new Standing(new ContactId(parts[0]), parts[1], parts[2]);
    }

    /** As links and sessions store it. */
    String text() {
        return contact.value() + "." + generation + "." + subject;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Standing standing && text().equals(standing.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
