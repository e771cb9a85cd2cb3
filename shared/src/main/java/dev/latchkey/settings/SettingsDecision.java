package dev.latchkey.settings;

import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmSettings;
import dev.latchkey.firm.Plan;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.firm.ScheduledSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The decision on a request to change settings, by the firm as read and the time. */
sealed interface SettingsDecision {

    /**
     * The change is allowed.
     *
     * @param next the settings to be stored
     */
    record Change(PortalSettings wanted, FirmSettings next) implements SettingsDecision {}

    /** The change is refused. */
    record Refuse(SettingsOutcome outcome) implements SettingsDecision {}

    static SettingsDecision on(ChangeSettingsRequest request, @Nullable Firm firm, Instant now) {
        if (firm == null) {
            return new Refuse(new SettingsOutcome.NoFirm());
        }
        FirmSettings settings = firm.settings();
        EntityTag read = request.read();
        if (read != null && !read.equals(EntityTag.of(settings.version()))) {
            return new Refuse(new SettingsOutcome.VersionMismatch());
        }
        if (!mayChoose(request, firm)) {
            return new Refuse(new SettingsOutcome.PlanDoesNotAllow(firm.plan(), Plan.allowing(request.accessMode())));
        }
        PortalSettings wanted = request.from(settings.chosen());
        String by = request.by().subject();
        Instant from = request.effectiveFrom();
        if (from == null) {
            return new Change(wanted, settings.changed(wanted, by, now));
        }
        return from.isAfter(now) && !from.isAfter(now.plus(FirmSettings.FARTHEST))
                ? new Change(wanted, settings.scheduling(new ScheduledSettings(wanted, from), by, now))
                : new Refuse(new SettingsOutcome.NotWithinReach());
    }

    /** A firm whose plan no longer includes its mode keeps that mode until it chooses another one. */
    private static boolean mayChoose(ChangeSettingsRequest request, Firm firm) {
        return firm.plan().allows(request.accessMode()) || request.accessMode() == firm.accessMode();
    }
}
