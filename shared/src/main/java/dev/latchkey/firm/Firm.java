package dev.latchkey.firm;

import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A firm with its directory facts and its portal settings, which stand on one item so that one read serves both. Whoever
 * decides reads it in the same consistent read as the rest, and keeps it no longer: that is how a change of settings
 * binds the very next request.
 */
public record Firm(FirmId id, String name, Plan plan, FirmSettings settings) {

    public static Key key(FirmId firm) {
        return new Key(Key.join(firm.value(), "firm"), "firm");
    }

    /** {@code null} for a firm that was deleted, and for no item: it is unknown to us, or its event has not come yet. */
    public static @Nullable Firm of(FirmId id, @Nullable Item item, Instant now) {
        return item == null || DeletedFirm.of(id, item) != null
                ? null
                : new Firm(id, item.text("name"), Plan.valueOf(item.text("plan")), SettingsItem.read(item, now));
    }

    /** As {@link #of(FirmId, Item, Instant)}, of what was read together with others. */
    public static @Nullable Firm read(FirmId id, ItemBatch stored, Instant now) {
        return of(id, stored.get(key(id)), now);
    }

    public PortalSettings chosen() {
        return settings.chosen();
    }

    public AccessMode accessMode() {
        return chosen().accessMode();
    }

    /** How long a new request link may stay unopened. */
    public Duration requestLinkLife() {
        return Duration.ofDays(chosen().requestLinkDays());
    }

    public long settingsVersion() {
        return settings.version();
    }

    /** How far this gets in the firm. */
    public AccessDecision decision(AccessRequest accessRequest, AccountState client) {
        return AccessPolicy.of(chosen(), accessRequest, client);
    }

    /** Whether this is off for everybody in the firm. */
    public boolean refusesAll(AccessRequest accessRequest) {
        return AccessPolicy.isOff(chosen(), accessRequest);
    }

    /** Whether a login or a sign-in link is not enough without a code. */
    public boolean demandsSecondFactor() {
        return accessMode().demandsSecondFactor();
    }
}
