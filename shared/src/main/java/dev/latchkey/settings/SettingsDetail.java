package dev.latchkey.settings;

import dev.latchkey.firm.FirmSettings;
import dev.latchkey.firm.PortalSettings;
import dev.latchkey.firm.ScheduledSettings;
import java.util.Map;
import java.util.TreeMap;

/** The detail of an audit event: all settings before and after, under names such as {@code before.accessMode}. */
final class SettingsDetail {

    private SettingsDetail() {}

    static Map<String, String> of(FirmSettings before, FirmSettings after) {
        Map<String, String> detail = new TreeMap<>();
        put(detail, "before.", before);
        put(detail, "after.", after);
        return detail;
    }

    private static void put(Map<String, String> detail, String side, FirmSettings settings) {
        detail.put(side + "version", Long.toString(settings.version()));
        put(detail, side, settings.chosen());
        ScheduledSettings scheduled = settings.scheduled();
        if (scheduled != null) {
            put(detail, side + "scheduled.", scheduled.settings());
            detail.put(
                    side + "scheduled.effectiveFrom", scheduled.effectiveFrom().toString());
        }
    }

    private static void put(Map<String, String> detail, String side, PortalSettings settings) {
        detail.put(side + "accessMode", settings.accessMode().name());
        detail.put(side + "linksNeedSecondFactor", Boolean.toString(settings.linksNeedSecondFactor()));
        detail.put(side + "requestLinkDays", Integer.toString(settings.requestLinkDays()));
    }
}
