package dev.latchkey.firm;

import java.time.Instant;

/**
 * Settings that replace the present ones at an instant, by the clock alone.
 *
 * @param effectiveFrom the first instant of their effect
 */
public record ScheduledSettings(PortalSettings settings, Instant effectiveFrom) {

    boolean countAt(Instant now) {
        return !now.isBefore(effectiveFrom);
    }
}
