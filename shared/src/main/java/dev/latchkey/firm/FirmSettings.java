package dev.latchkey.firm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A firm's settings in effect at an instant.
 *
 * @param version counts changes, from 0 for a firm that never made any; a scheduled change counts when it takes effect.
 *     No two settings that were ever in effect have the same.
 * @param storedVersion the version in the table. A change replaces it, and fails if it is another.
 * @param scheduled what takes effect next; {@code null} for nothing
 * @param updatedAt when these took effect; {@code null} for never
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

    /** How far ahead a change can be scheduled. */
    public static final Duration FARTHEST = Duration.ofDays(90);

    /** Longer than any change takes from its read to its write, including the difference of two machines' clocks. */
    private static final Duration LONGEST_CHANGE = Duration.ofSeconds(30);

    /** For a firm that never changed any. */
    public static final FirmSettings UNTOUCHED =
            new FirmSettings(PortalSettings.DEFAULT, 0, 0, RevocationVersions.NEVER, null, null, null);

    /**
     * The settings after a change now, which cancels what was scheduled. A scheduled change that was about to take
     * effect may have done so by the time of the write; what it ended then stays ended.
     */
    public FirmSettings changed(PortalSettings next, String by, Instant now) {
        long version = nextVersion();
        return new FirmSettings(next, version, version, endedBy(now).after(next, version), null, now, by);
    }

    /** The same settings, with others scheduled. */
    public FirmSettings scheduling(ScheduledSettings later, String by, Instant now) {
        long version = nextVersion();
        return new FirmSettings(chosen, version, version, endedBy(now), later, now, by);
    }

    /** What is in effect at this instant, of what is stored. */
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

    /** The next number belongs to the scheduled change, even if that never takes effect. */
    private long nextVersion() {
        return scheduled == null ? version + 1 : version + 2;
    }
}
