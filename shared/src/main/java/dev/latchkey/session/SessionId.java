package dev.latchkey.session;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Key;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session's id within its firm: its principal, a dot, and 128 random bits. To callers it is one string ({@code sid},
 * {@code session.id}). The principal lets one read by primary key find everything that the session's validity depends on.
 */
public record SessionId(Principal principal, String random) {

    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{22}");

    public static Optional<SessionId> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || !RANDOM.matcher(text.substring(dot + 1)).matches()) {
            return Optional.empty();
        }
        return Principal.parse(text.substring(0, dot))
                .map(principal -> new SessionId(principal, text.substring(dot + 1)));
    }

    public String text() {
        return principal.value() + "." + random;
    }

    public Key key(FirmId firm) {
        return principal.key(firm, "session", random);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionId id && principal.equals(id.principal) && random.equals(id.random);
    }

    @Override
    public int hashCode() {
        return random.hashCode();
    }
}
