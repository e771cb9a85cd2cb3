package dev.latchkey.contact;

import dev.latchkey.firm.IdFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contact's id in the practice application: 1 to 64 characters of {@code A-Za-z0-9_-}, unique within its firm. */
public record ContactId(String value) {

    public ContactId {
        if (!IdFormat.isId(value)) {
            throw new IllegalArgumentException("not an id");
        }
    }

    public static Optional<ContactId> parse(String text) {
        return IdFormat.isId(text) ? Optional.of(new ContactId(text)) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContactId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
