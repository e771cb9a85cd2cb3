package dev.latchkey.device;

import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in at an address from a device.
 *
 * @param known the devices that signed in before
 * @param tag the tag of this device; {@code null} where it has no secret
 */
public record Arrival(KnownDevices known, @Nullable String tag) {

    /** Makes the device a known one. */
    public List<Write> noted(Instant now) {
        return tag == null ? List.of() : List.of(known.admit(tag, now));
    }

    /** Whether the owner gets a notice: other devices are known, and this one is not. */
    public boolean isNews(Instant now) {
        return known.any(now) && !known.knows(tag, now);
    }
}
