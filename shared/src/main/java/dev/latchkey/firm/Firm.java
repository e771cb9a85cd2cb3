package dev.latchkey.firm;

import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A firm with its directory facts and portal settings. Both are on one item, so one read serves both. A decision reads
 * it in the same consistent read as everything else and doesn't keep it, so a change of settings applies to the very
 * next request.
 */
public record Firm(FirmId id, String name, Plan plan, FirmSettings settings) {

    public static Key key(FirmId firm) {
        return new Key(Key.join(firm.value(), "firm"), "firm");
    }

    /** {@code null} for a deleted firm and without an item: the firm is unknown, or its event hasn't arrived yet. */
    public static @Nullable Firm of(FirmId id, @Nullable Item item, Instant now) {
        return item == null || DeletedFirm.of(id, item) != null
                ? null
                : new Firm(id, item.text("name"), Plan.valueOf(item.text("plan")), SettingsItem.read(item, now));
    }

    /** Like {@link #of(FirmId, Item, Instant)}, from a batch. */
    public static @Nullable Firm read(FirmId id, ItemBatch stored, Instant now) {
        return of(id, stored.get(key(id)), now);
    }

    public PortalSettings chosen() {
        return settings.chosen();
    }

    public AccessMode accessMode() {
        return chosen().accessMode();
    }

    /** How long a new request link can be opened. */
    public Duration requestLinkLife() {
        return Duration.ofDays(chosen().requestLinkDays());
    }

    public long settingsVersion() {
        return settings.version();
    }

    /** The decision for this request in the firm. */
    public AccessDecision decision(AccessRequest accessRequest, AccountState client) {
        return AccessPolicy.of(chosen(), accessRequest, client);
    }

    /** Whether this is turned off for everybody in the firm. */
    public boolean refusesAll(AccessRequest accessRequest) {
        return AccessPolicy.isOff(chosen(), accessRequest);
    }

    /** Whether a login or a sign-in link also needs a code. */
    public boolean demandsSecondFactor() {
        return accessMode().demandsSecondFactor();
    }
}
