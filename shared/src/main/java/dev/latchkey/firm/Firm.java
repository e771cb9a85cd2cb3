package dev.latchkey.firm;

import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A firm with its directory facts and its portal settings, which stand on one item so that one read serves both.
 *
 * @param requestLinkLife how long a new request link may stay unopened, 1 to 30 days
 * @param settingsVersion counts settings changes, from 0 for a firm that never changed any
 */
public record Firm(
        FirmId id, String name, Plan plan, AccessMode accessMode, Duration requestLinkLife, long settingsVersion) {

    private static final int DEFAULT_LINK_DAYS = 30;

    public static Key key(FirmId firm) {
        return new Key(Key.join(firm.value(), "firm"), "firm");
    }

    /** {@code null} for no item: the firm is unknown to us, or its event has not come yet. */
    public static @Nullable Firm of(FirmId id, @Nullable Item item) {
        if (item == null) {
            return null;
        }
        String mode = item.optionalText("accessMode");
        return new Firm(
                id,
                item.text("name"),
                Plan.valueOf(item.text("plan")),
                mode == null ? AccessMode.MAGIC_LINK_AND_LOGIN : AccessMode.valueOf(mode),
                Duration.ofDays(item.number("requestLinkDays", DEFAULT_LINK_DAYS)),
                item.number("settingsVersion", 0));
    }

    /** Whether its clients may log in with a password at all. */
    public boolean allowsLogin() {
        return accessMode != AccessMode.MAGIC_LINK_ONLY;
    }

    /** Whether a login or a sign-in link is not enough without a code. */
    public boolean demandsSecondFactor() {
        return accessMode == AccessMode.MAGIC_LINK_AND_LOGIN_2FA;
    }
}
