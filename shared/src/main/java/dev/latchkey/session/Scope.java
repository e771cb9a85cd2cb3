package dev.latchkey.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session may access, as in the access token's {@code scope}: {@code request:<id>} is one request,
 * {@code requests} is all that were sent to one address, {@code portal} is everything.
 */
public record Scope(String text) {

    /** All requests of one address in one firm. */
    public static final Scope REQUESTS = new Scope("requests");

    /** Everything that the portal has for the contacts of one address: a login. */
    public static final Scope PORTAL = new Scope("portal");

    private static final String REQUEST = "request:";

    public static Scope of(RequestId request) {
        return new Scope(REQUEST + request.value());
    }

    /** The one request that it covers, for a session of a request link. */
    public Optional<RequestId> request() {
        return text.startsWith(REQUEST) ? RequestId.parse(text.substring(REQUEST.length())) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope scope && text.equals(scope.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
