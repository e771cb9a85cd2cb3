package dev.latchkey.contact;

import dev.latchkey.crypto.Digest;
import dev.latchkey.firm.FirmId;
import dev.latchkey.text.TypedText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address: one plain addr-spec of RFC 5322 section 3.4.1 with an ASCII dot-atom before the {@code @} and a
 * host name after it. Display names, quotes, comments, lists, control and non-ASCII characters, and more than 254
 * characters are rejected. Mail goes to the stored spelling; lookups use its lower case. Dots, plus-tags and Unicode
 * are not folded: two addresses that a mail server may tell apart are two addresses.
 */
public record Email(String address) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int KEY_LENGTH = 22;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDR_SPEC =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    /** Strips what pasting leaves around an address, then rejects everything that is not one. */
    public static Optional<Email> parse(String text) {
        String trimmed = TypedText.line(text);
        boolean wellFormed = trimmed.length() <= LONGEST
                && trimmed.indexOf('@') <= LONGEST_LOCAL_PART
                && ADDR_SPEC.matcher(trimmed).matches();
        return wellFormed ? Optional.of(new Email(trimmed)) : Optional.empty();
    }

    /** The form for lookups. */
    public String lookup() {
        return address.toLowerCase(Locale.ROOT);
    }

    /** Identifies the address within its firm without showing it: a shortened SHA-256, for keys and ids. */
    public String keyIn(FirmId firm) {
        return Digest.sha256(firm.value() + "#" + lookup()).substring(0, KEY_LENGTH);
    }

    /** Masked: enough for its owner to recognise, too little for anybody else: {@code a•••@example.com}. */
    public String hint() {
        return address.substring(0, 1) + "•••" + address.substring(address.indexOf('@'));
    }

    public boolean sameAs(Email other) {
        return lookup().equals(other.lookup());
    }

    @Override
    public String toString() {
        return hint();
    }
}
