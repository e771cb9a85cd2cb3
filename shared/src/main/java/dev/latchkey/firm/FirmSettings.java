package dev.latchkey.firm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A firm's settings as they count at an instant.
 *
 * @param version counts changes, from 0 for a firm that never made any; one that was scheduled counts when it takes effect.
 *     No two settings that ever counted have the same.
 * @param storedVersion the one that stands in the table. A change is written in its place, and loses where that is another.
 * @param scheduled what comes next; {@code null} for nothing
 * @param updatedAt when these came to count, {@code null} for never
 * @param updatedBy the staff member who chose them
 */
public record FirmSettings(
        PortalSettings chosen,
        long version,
        long storedVersion,
        RevocationVersions revocationVersions,
        @Nullable ScheduledSettings scheduled,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {

    /** How far ahead a change may be scheduled. */
    public static final Duration FARTHEST = Duration.ofDays(90);

    /** No change takes so long from its reading to its writing, however far two machines' clocks differ. */
    private static final Duration LONGEST_CHANGE = Duration.ofSeconds(30);

    /** Of a firm that never changed any. */
    public static final FirmSettings UNTOUCHED =
            new FirmSettings(PortalSettings.DEFAULT, 0, 0, RevocationVersions.NEVER, null, null, null);

    /**
     * The settings as somebody changes them now; what was scheduled is off with it. Where that was about to count it may have
     * by the time this is written, and what it ended then stays ended.
     */
    public FirmSettings changed(PortalSettings next, String by, Instant now) {
        long version = nextVersion();
        return new FirmSettings(next, version, version, endedBy(now).after(next, version), null, now, by);
    }

    /** The same settings, with others to take their place later. */
    public FirmSettings scheduling(ScheduledSettings later, String by, Instant now) {
        long version = nextVersion();
        return new FirmSettings(chosen, version, version, endedBy(now), later, now, by);
    }

    /** What counts at this instant of what was stored. */
    FirmSettings at(Instant now) {
        if (scheduled == null || !scheduled.countAt(now)) {
            return this;
        }
        PortalSettings next = scheduled.settings();
        return new FirmSettings(
                next,
                version + 1,
                storedVersion,
                revocationVersions.after(next, version + 1),
                null,
                scheduled.effectiveFrom(),
                updatedBy);
    }

    private RevocationVersions endedBy(Instant now) {
        return scheduled != null && scheduled.countAt(now.plus(LONGEST_CHANGE))
                ? revocationVersions.after(scheduled.settings(), version + 1)
                : revocationVersions;
    }

    /** The number after this is what is scheduled, even if it never comes to count. */
    private long nextVersion() {
        return scheduled == null ? version + 1 : version + 2;
    }
}
