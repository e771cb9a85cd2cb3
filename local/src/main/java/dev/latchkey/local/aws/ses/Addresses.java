package dev.latchkey.local.aws.ses;

import java.util.List;
import java.util.Objects;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/** Mail addresses, with and without display names. */
public final class Addresses {
    private Addresses() {}

    /** {@code Name <box@host>} or {@code box@host} to {@code box@host}; refuses what SES cannot deliver to. */
    public static String bare(String written) {
        Mailbox mailbox = LenientAddressParser.DEFAULT.parseMailbox(written);
        String address = Objects.requireNonNullElse(mailbox.getAddress(), "");
        if (mailbox.getDomain() == null || address.startsWith("@")) {
            throw SesRequest.invalid("Missing final '@domain'");
        }
        if (written.chars().anyMatch(Character::isISOControl)
                || address.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw SesRequest.invalid("Address contains illegal characters");
        }
        return address;
    }

    static List<String> bare(List<String> written) {
        return written.stream().map(Addresses::bare).toList();
    }

    /** As a reader sees it: the display name, decoded, before the address. */
    static String readable(String written) {
        return readable(LenientAddressParser.DEFAULT.parseMailbox(written));
    }

    static String readable(Mailbox mailbox) {
        String name = mailbox.getName();
        return name == null || name.isEmpty() ? mailbox.getAddress() : name + " <" + mailbox.getAddress() + ">";
    }

    /** Lower case for ASCII letters only: other letters that fold to them are other addresses. */
    static String fold(String address) {
        return address.codePoints()
                .map(character -> character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
