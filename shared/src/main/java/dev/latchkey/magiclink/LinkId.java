package dev.latchkey.magiclink;

import dev.latchkey.contact.Principal;
import dev.latchkey.crypto.Digest;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Scope;
import dev.latchkey.store.Key;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link's id, which is no secret: firm, principal, and which link of which series. All parts are in the clear, so that one
 * read by primary key finds the link and everything that its validity depends on.
 *
 * @param thread 22 characters that identify the series of links, a hash of their scope, so that the id reveals no request
 * @param random 128 random bits
 */
public record LinkId(FirmId firm, Principal principal, String thread, String random) {

    private static final int PART = 22;
    private static final Pattern RECORD = Pattern.compile("[A-Za-z0-9_-]{44}");

    static LinkId of(FirmId firm, Principal principal, Scope scope, String random) {
        return new LinkId(firm, principal, thread(scope), random);
    }

    public static Optional<LinkId> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3 || !RECORD.matcher(parts[2]).matches()) {
            return Optional.empty();
        }
        return FirmId.parse(parts[0])
                .flatMap(firm -> Principal.parse(parts[1])
                        .map(principal ->
                                new LinkId(firm, principal, parts[2].substring(0, PART), parts[2].substring(PART))));
    }

    public String text() {
        return firm.value() + "." + principal.value() + "." + thread + random;
    }

    Key key() {
        return principal.key(firm, "link", thread + random);
    }

    Key threadKey() {
        return threadKey(firm, principal, thread);
    }

    static Key threadKey(FirmId firm, Principal principal, Scope scope) {
        return threadKey(firm, principal, thread(scope));
    }

    private static Key threadKey(FirmId firm, Principal principal, String thread) {
        return principal.key(firm, "thread", thread);
    }

    private static String thread(Scope scope) {
        return Digest.sha256(scope.text()).substring(0, PART);
    }
}
