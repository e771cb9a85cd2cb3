package dev.latchkey.firm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A firm's id in the practice application: 1 to 64 characters of {@code A-Za-z0-9_-}. */
public record FirmId(String value) {

    public FirmId {
        if (!IdFormat.isId(value)) {
            throw new IllegalArgumentException("not an id");
        }
    }

    public static Optional<FirmId> parse(String text) {
        return IdFormat.isId(text) ? Optional.of(new FirmId(text)) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FirmId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
