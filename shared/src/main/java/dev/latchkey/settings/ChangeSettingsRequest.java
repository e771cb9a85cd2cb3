package dev.latchkey.settings;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.staff.StaffMember;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of an administrator to change the settings.
 *
 * @param read the version that the administrator read; {@code null} if nothing is written
 * @param linksNeedSecondFactor {@code null} keeps the current value, so that leaving it out never turns it off
 * @param requestLinkDays {@code null} keeps the current value
 * @param effectiveFrom when the change takes effect; {@code null} for now
 */
public record ChangeSettingsRequest(
        StaffMember by,
        @Nullable EntityTag read,
        AccessMode accessMode,
        @Nullable Boolean linksNeedSecondFactor,
        @Nullable Integer requestLinkDays,
        @Nullable Instant effectiveFrom,
        RequestSource requestSource) {

    /** The requested settings, given the current ones. */
    PortalSettings from(PortalSettings now) {
        return new PortalSettings(
                accessMode,
                linksNeedSecondFactor != null ? linksNeedSecondFactor : now.linksNeedSecondFactor(),
                requestLinkDays != null ? requestLinkDays : now.requestLinkDays());
    }
}
