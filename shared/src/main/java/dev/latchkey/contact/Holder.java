package dev.latchkey.contact;

import dev.latchkey.crypto.Digest;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom links and sessions are kept with: a contact (request links) or an address (everything a client asks for).
 * Its text stands in the clear in tokens, so that one read by primary key finds all that judges them.
 *
 * @param value a contact's id, or {@code ~} and an {@linkplain Email#keyIn address key}
 */
public record Holder(String value) {

    private static final String ADDRESS = "~";
    private static final int NOBODY_LENGTH = 22;

    public static Holder of(ContactId contact) {
        return new Holder(contact.value());
    }

    public static Holder of(FirmId firm, Email email) {
        return new Holder(ADDRESS + email.keyIn(firm));
    }

    /** That of an {@linkplain Email#keyIn address key}; empty for what is none. */
    public static Optional<Holder> ofAddress(String key) {
        return parse(ADDRESS + key);
    }

    /** An address that is on no contact and that nobody can name: what stands for it is a hash of this text. */
    public static Holder ofNobody(String text) {
        return new Holder(ADDRESS + Digest.sha256("nobody " + text).substring(0, NOBODY_LENGTH));
    }

    public static Optional<Holder> parse(String text) {
        String id = text.startsWith(ADDRESS) ? text.substring(ADDRESS.length()) : text;
        return ContactId.parse(id).map(wellFormed -> new Holder(text));
    }

    /** The contact, where it is one. */
    public Optional<ContactId> contact() {
        return value.startsWith(ADDRESS) ? Optional.empty() : ContactId.parse(value);
    }

    /** The key of an item kept with this holder. */
    public Key key(FirmId firm, String... sortKey) {
        String partition = value.startsWith(ADDRESS)
                ? Key.join(firm.value(), "address", value.substring(ADDRESS.length()))
                : Key.join(firm.value(), "contact", value);
        return new Key(partition, Key.join(sortKey));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Holder holder && value.equals(holder.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
