package dev.latchkey.settings;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.staff.StaffMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants the settings to be.
 *
 * @param read the version that they saw; {@code null} where nothing is written
 * @param linksNeedSecondFactor {@code null} leaves it as it is, and so it is never turned off by being left out
 * @param requestLinkDays {@code null} leaves it as it is
 * @param effectiveFrom when all of it is to count; {@code null} for now
 */
public record ChangeSettingsRequest(
        StaffMember by,
        @Nullable EntityTag read,
        AccessMode accessMode,
        @Nullable Boolean linksNeedSecondFactor,
        @Nullable Integer requestLinkDays,
        @Nullable Instant effectiveFrom,
        RequestSource requestSource) {

    /** The settings that come of it where these are now. */
    PortalSettings from(PortalSettings now) {
        return new PortalSettings(
                accessMode,
                linksNeedSecondFactor != null ? linksNeedSecondFactor : now.linksNeedSecondFactor(),
                requestLinkDays != null ? requestLinkDays : now.requestLinkDays());
    }
}
