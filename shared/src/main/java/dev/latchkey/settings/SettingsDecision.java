package dev.latchkey.settings;

import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmSettings;
import dev.latchkey.firm.Plan;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.firm.ScheduledSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an order comes to, by the firm as it was read and the time. */
sealed interface SettingsDecision {

    /**
     * It may be done.
     *
     * @param next the settings as they would stand then
     */
    record Change(PortalSettings wanted, FirmSettings next) implements SettingsDecision {}

    /** It may not. */
    record Refuse(SettingsOutcome outcome) implements SettingsDecision {}

    static SettingsDecision on(ChangeSettingsRequest order, @Nullable Firm firm, Instant now) {
        if (firm == null) {
            return new Refuse(new SettingsOutcome.NoFirm());
        }
        FirmSettings settings = firm.settings();
        EntityTag read = order.read();
        if (read != null && !read.equals(EntityTag.of(settings.version()))) {
            return new Refuse(new SettingsOutcome.VersionMismatch());
        }
        if (!mayChoose(order, firm)) {
            return new Refuse(new SettingsOutcome.PlanDoesNotAllow(firm.plan(), Plan.allowing(order.accessMode())));
        }
        PortalSettings wanted = order.from(settings.chosen());
        String by = order.by().subject();
        Instant from = order.effectiveFrom();
        if (from == null) {
            return new Change(wanted, settings.changed(wanted, by, now));
        }
        return from.isAfter(now) && !from.isAfter(now.plus(FirmSettings.FARTHEST))
                ? new Change(wanted, settings.scheduling(new ScheduledSettings(wanted, from), by, now))
                : new Refuse(new SettingsOutcome.NotWithinReach());
    }

    /** A firm whose plan went below its mode may keep that, also while it changes the rest, and can't come back to it. */
    private static boolean mayChoose(ChangeSettingsRequest order, Firm firm) {
        return firm.plan().allows(order.accessMode()) || order.accessMode() == firm.accessMode();
    }
}
