package dev.latchkey.device;

import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The devices that signed in at an address within ninety days, at most the latest twenty. A known device gets no access by
 * that. It has attempts of its own, and its sign-in sends no notice.
 *
 * @param seen when each last signed in, by its tag
 * @param cleared attempts and requests until then no longer count, because staff unlocked the address or its password is new
 */
public record KnownDevices(Key key, Map<String, Instant> seen, Instant cleared) {

    /** How many devices of an address are remembered. */
    public static final int MOST = 20;

    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final String AT = "at:";
    private static final String CLEARED_AT = "clearedAt";

    public static Key key(FirmId firm, Principal address) {
        return address.address().key(firm, "devices");
    }

    /** The devices in the item; none without an item. */
    public static KnownDevices read(Key key, @Nullable Item item) {
        Map<String, Instant> seen = new TreeMap<>();
        if (item != null) {
            item.textsNamed(AT).forEach((tag, at) -> seen.put(tag, Instant.ofEpochMilli(Long.parseLong(at))));
        }
        Instant cleared = item == null ? null : item.optionalTime(CLEARED_AT);
        return new KnownDevices(key, Map.copyOf(seen), cleared == null ? Instant.EPOCH : cleared);
    }

    /** The tag of a device at this address; {@code null} for no device. */
    public static @Nullable String tag(Principal address, @Nullable DeviceSecret device) {
        return device == null ? null : device.tag(address.address().value());
    }

    /** Whether this device signed in here recently enough. */
    public boolean knows(@Nullable String tag, Instant now) {
        Instant at = tag == null ? null : seen.get(tag);
        return at != null && isRemembered(at, now);
    }

    /** Whether any device did. */
    public boolean any(Instant now) {
        return seen.values().stream().anyMatch(at -> isRemembered(at, now));
    }

    /** Records that this device signed in, and forgets those that are too old or too many. */
    public Write admit(String tag, Instant now) {
        ItemUpdate changes = ItemUpdate.none()
                .set(AT + tag, Long.toString(now.toEpochMilli()))
                .timeToLive(now.plus(REMEMBERED));
        for (String forgotten : forgotten(tag, now)) {
            changes = changes.remove(AT + forgotten);
        }
        return Write.update(key, changes);
    }

    /** Attempts and requests until now no longer count. */
    public static Write clear(FirmId firm, Principal address, Instant now) {
        return Write.update(
                key(firm, address), ItemUpdate.none().set(CLEARED_AT, now).timeToLive(now.plus(REMEMBERED)));
    }

    private List<String> forgotten(String tag, Instant now) {
        List<String> others = new ArrayList<>(seen.keySet());
        others.remove(tag);
        others.sort(Comparator.comparing(seen::get, Comparator.reverseOrder()));
        List<String> gone = new ArrayList<>();
        for (int place = 0; place < others.size(); place++) {
            boolean tooMany = place >= MOST - 1;
            if (tooMany || !isRemembered(seen.getOrDefault(others.get(place), Instant.EPOCH), now)) {
                gone.add(others.get(place));
            }
        }
        return gone;
    }

    private static boolean isRemembered(Instant at, Instant now) {
        return now.isBefore(at.plus(REMEMBERED));
    }
}
