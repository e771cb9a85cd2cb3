package dev.latchkey.accountlink;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a set-up or reset link. It is no secret. It contains firm and address in the clear, so one read by primary key
 * finds the link and all that it is judged by.
 *
 * @param random 128 random bits
 */
public record AccountLinkId(FirmId firm, Principal address, AccountLinkPurpose purpose, String random) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]+)\\.(~[A-Za-z0-9_-]+)\\.([a-z-]+)\\.([A-Za-z0-9_-]{22})");

    public static Optional<AccountLinkId> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return AccountLinkPurpose.of(form.group(3))
                .flatMap(purpose -> FirmId.parse(form.group(1))
                        .flatMap(firm -> Principal.parse(form.group(2))
                                .map(address -> new AccountLinkId(firm, address, purpose, form.group(4)))));
    }

    String text() {
        return firm.value() + "." + address.value() + "." + purpose.value + "." + random;
    }

    public Key key() {
        return address.key(firm, purpose.value, random);
    }
}
