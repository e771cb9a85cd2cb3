package dev.latchkey.contact;

import dev.latchkey.crypto.Digest;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The owner of links, sessions and challenges. Its text is readable in tokens, so that one read by primary key finds
 * everything that a token is judged by. It has one of three forms:
 *
 * <ul>
 *   <li>{@code ~<address>}: an address, by its {@linkplain Email#keyIn key}. For everything that a client asks for
 *   <li>{@code <contact>~<address>}: a contact, for one of its addresses. For links to one request
 *   <li>{@code ~<address>~<contact>}: an address, for one of its contacts. For what such a link opens after a code of the
 *       address's authenticator
 * </ul>
 */
public record Principal(String value) {

    private static final String MARK = "~";
    private static final int ADDRESS_LENGTH = 22;
    private static final String ADDRESS = "~([A-Za-z0-9_-]{" + ADDRESS_LENGTH + "})";
    private static final String CONTACT = "([A-Za-z0-9_-]{1,64})";
    private static final Pattern OF_ADDRESS = Pattern.compile(ADDRESS + "(?:~" + CONTACT + ")?");
    private static final Pattern OF_CONTACT = Pattern.compile(CONTACT + ADDRESS);

    /** A contact alone, which has items of its own; no token names one. */
    public static Principal of(ContactId contact) {
        return new Principal(contact.value());
    }

    public static Principal of(FirmId firm, Email email) {
        return new Principal(MARK + email.keyIn(firm));
    }

    /** A contact for one of its addresses. */
    public static Principal of(ContactId contact, FirmId firm, Email email) {
        return new Principal(contact.value() + of(firm, email).value);
    }

    /** The same address, for one of its contacts. */
    public Principal forContact(ContactId contact) {
        return new Principal(address().value + MARK + contact.value());
    }

    /** Of an {@linkplain Email#keyIn address key}; empty for anything else. */
    public static Optional<Principal> ofAddress(String key) {
        return parse(MARK + key).filter(principal -> principal.contact().isEmpty());
    }

    /** An address that is on no contact and that nobody can name: its key is a hash of this text. */
    public static Principal ofNobody(String text) {
        return new Principal(MARK + Digest.sha256("nobody " + text).substring(0, ADDRESS_LENGTH));
    }

    /** Empty for a text that no token of ours has. */
    public static Optional<Principal> parse(String text) {
        boolean wellFormed =
                OF_ADDRESS.matcher(text).matches() || OF_CONTACT.matcher(text).matches();
        return wellFormed ? Optional.of(new Principal(text)) : Optional.empty();
    }

    /** The contact that it belongs to or is for. */
    public Optional<ContactId> contact() {
        Matcher ofAddress = OF_ADDRESS.matcher(value);
        String contact = ofAddress.matches() ? ofAddress.group(2) : value.split(MARK, 2)[0];
        return Optional.ofNullable(contact).map(ContactId::new);
    }

    /** The address alone. A contact alone has none. */
    public Principal address() {
        Matcher ofAddress = OF_ADDRESS.matcher(value);
        Matcher ofContact = OF_CONTACT.matcher(value);
        if (ofAddress.matches()) {
            return new Principal(MARK + ofAddress.group(1));
        }
        if (ofContact.matches()) {
            return new Principal(MARK + ofContact.group(2));
        }
        throw new IllegalStateException("a contact alone has no address");
    }

    /** Whether it belongs to an address, and not to a contact. */
    public boolean isWithAddress() {
        return value.startsWith(MARK);
    }

    /** The key of an item of this principal. */
    public Key key(FirmId firm, String... sortKey) {
        String partition = isWithAddress()
                ? Key.join(firm.value(), "address", value.substring(1, 1 + ADDRESS_LENGTH))
                : Key.join(firm.value(), "contact", value.split(MARK, 2)[0]);
        return new Key(partition, Key.join(sortKey));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Principal principal && value.equals(principal.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
