package dev.latchkey.device;

import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody gets in at an address.
 *
 * @param known the devices that did before
 * @param tag of theirs; {@code null} where it named itself by none
 */
public record Arrival(KnownDevices known, @Nullable String tag) {

    /** Notes it, for the device to be known from now on. */
    public List<Write> noted(Instant now) {
        return tag == null ? List.of() : List.of(known.admit(tag, now));
    }

    /** Whether its owner would want to know: others are known, and this one is not. */
    public boolean isNews(Instant now) {
        return known.any(now) && !known.knows(tag, now);
    }
}
