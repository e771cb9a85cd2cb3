package dev.latchkey.session;

import dev.latchkey.firm.IdFormat;
import java.util.Optional;

/** A client request in the practice application, of which we know only the id. */
public record RequestId(String value) {

    public RequestId {
        if (!IdFormat.isId(value)) {
            throw new IllegalArgumentException("not an id");
        }
    }

    public static Optional<RequestId> parse(String text) {
        return IdFormat.isId(text) ? Optional.of(new RequestId(text)) : Optional.empty();
    }
}
