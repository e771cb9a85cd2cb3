package dev.latchkey.session;

import java.util.Optional;

/**
 * What a session reaches, in the words of the access token's {@code scope}: {@code request:<id>} is one request,
 * {@code requests} is all that were sent to one address.
 */
public record Scope(String text) {

    /** All requests of one address in one firm. */
    public static final Scope REQUESTS = new Scope("requests");

    private static final String REQUEST = "request:";

    public static Scope of(RequestId request) {
        return new Scope(REQUEST + request.value());
    }

    /** The one request it reaches, for a session of a request link. */
    public Optional<RequestId> request() {
        return text.startsWith(REQUEST) ? RequestId.parse(text.substring(REQUEST.length())) : Optional.empty();
    }
}
