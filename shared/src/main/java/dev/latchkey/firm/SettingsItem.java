package dev.latchkey.firm;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How settings are stored: on a firm's item, next to the directory facts, which other writes change. */
public final class SettingsItem {

    private static final String MODE = "accessMode";
    private static final String LINKS_NEED_CODE = "linksNeedSecondFactor";
    private static final String LINK_DAYS = "requestLinkDays";
    private static final String VERSION = "settingsVersion";
    private static final String SCHEDULED = "scheduled";
    private static final String FROM = "scheduledFrom";
    private static final String LOGINS = "loginsSince";
    private static final String SIGN_IN_LINKS = "signInLinksSince";
    private static final String REQUEST_LINKS = "requestLinksSince";
    private static final String UPDATED_AT = "settingsUpdatedAt";
    private static final String UPDATED_BY = "settingsUpdatedBy";

    private SettingsItem() {}

    static FirmSettings read(Item item, Instant now) {
        String mode = item.optionalText(MODE);
        long version = item.number(VERSION, 0);
        Instant from = item.optionalTime(FROM);
        PortalSettings chosen = new PortalSettings(
                mode == null ? PortalSettings.DEFAULT.accessMode() : AccessMode.valueOf(mode),
                item.number(LINKS_NEED_CODE, 0) > 0,
                (int) item.number(LINK_DAYS, PortalSettings.DEFAULT.requestLinkDays()));
        RevocationVersions ended = new RevocationVersions(
                item.number(LOGINS, 0), item.number(SIGN_IN_LINKS, 0), item.number(REQUEST_LINKS, 0));
        return new FirmSettings(
                        chosen,
                        version,
                        version,
                        ended,
                        from == null ? null : new ScheduledSettings(scheduled(item), from),
                        item.optionalTime(UPDATED_AT),
                        item.optionalText(UPDATED_BY))
                .at(now);
    }

    /** Replaces the settings that were read; fails if the settings or the plan were changed. */
    public static Write change(Firm read, FirmSettings next) {
        PortalSettings chosen = next.chosen();
        ItemUpdate changes = ItemUpdate.none()
                .set(MODE, chosen.accessMode().name())
                .set(LINKS_NEED_CODE, chosen.linksNeedSecondFactor() ? 1 : 0)
                .set(LINK_DAYS, chosen.requestLinkDays())
                .set(VERSION, next.version())
                .set(LOGINS, next.revocationVersions().logins())
                .set(SIGN_IN_LINKS, next.revocationVersions().signInLinks())
                .set(REQUEST_LINKS, next.revocationVersions().requestLinks());
        return Write.update(
                Firm.key(read.id()),
                schedule(signed(changes, next), next.scheduled()),
                isAt(read.settings()).and(Condition.equal("plan", read.plan().name())));
    }

    /** Fails the transaction if the settings, or what is scheduled, were changed. */
    public static Write check(Firm read) {
        return Write.check(Firm.key(read.id()), isAt(read.settings()));
    }

    private static Condition isAt(FirmSettings read) {
        long version = read.storedVersion();
        return version == 0 ? Condition.present().and(Condition.missing(VERSION)) : Condition.equal(VERSION, version);
    }

    private static ItemUpdate signed(ItemUpdate changes, FirmSettings next) {
        Instant at = next.updatedAt();
        String by = next.updatedBy();
        return at == null || by == null ? changes : changes.set(UPDATED_AT, at).set(UPDATED_BY, by);
    }

    private static ItemUpdate schedule(ItemUpdate changes, @Nullable ScheduledSettings scheduled) {
        if (scheduled == null) {
            return changes.remove(SCHEDULED).remove(FROM);
        }
        PortalSettings later = scheduled.settings();
        String text = String.join(
                " ",
                later.accessMode().name(),
                Boolean.toString(later.linksNeedSecondFactor()),
                Integer.toString(later.requestLinkDays()));
        return changes.set(SCHEDULED, text).set(FROM, scheduled.effectiveFrom());
    }

    private static PortalSettings scheduled(Item item) {
        String[] parts = item.text(SCHEDULED).split(" ", -1);
        return new PortalSettings(
                AccessMode.valueOf(parts[0]), Boolean.parseBoolean(parts[1]), Integer.parseInt(parts[2]));
    }
}
