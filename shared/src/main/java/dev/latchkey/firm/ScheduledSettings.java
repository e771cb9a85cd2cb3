package dev.latchkey.firm;

import java.time.Instant;

/**
 * Settings that take the place of the present ones at an instant, by the clock alone.
 *
 * @param effectiveFrom the first instant at which they count
 */
public record ScheduledSettings(PortalSettings settings, Instant effectiveFrom) {

    boolean countAt(Instant now) {
        return !now.isBefore(effectiveFrom);
    }
}
