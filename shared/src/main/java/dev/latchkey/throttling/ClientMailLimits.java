package dev.latchkey.throttling;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Principal;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.SlidingWindowLimit.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits on mail of one category that can be requested without a session. A known device has an allowance of its own: 60
 * seconds between two, 5 an hour. All others have the same for the address from each source, 15 an hour for the address from
 * all sources, and 60 an hour from a source and 2,000 in a firm. Only the last two are reported to the client. So requests of
 * strangers take nothing from the owner. An unknown address is counted like any other. All requests count for source and firm;
 * only mails that are sent count for the address.
 *
 * @param devices of the known devices of the address
 * @param tag of the requesting device at this address; {@code null} if it showed no secret
 * @param device of the limit of this device
 * @param here of the limit of the address from this source
 * @param address of the limit of the address from all sources
 * @param source of the limit of the source address
 * @param firm of the limit of the firm
 */
public record ClientMailLimits(
        Key devices, @Nullable String tag, @Nullable Key device, Key here, Key address, Key source, Key firm) {

    private static final SlidingWindowLimit OF_ONE = SlidingWindowLimit.of(5).withCoolDown(Duration.ofSeconds(60));
    private static final SlidingWindowLimit OF_ADDRESS = SlidingWindowLimit.of(15);
    private static final SlidingWindowLimit OF_SOURCE = new SlidingWindowLimit(20, 3, Duration.ZERO);

    /** Forty slots of fifty: an item with 2,000 times would cost too much to write each time. */
    private static final SlidingWindowLimit OF_FIRM = new SlidingWindowLimit(40, 50, Duration.ZERO);

    public static ClientMailLimits of(
            MailCategory category, FirmId firm, Principal address, RequestSource requestSource) {
        String tag = KnownDevices.tag(address, requestSource.device());
        return new ClientMailLimits(
                KnownDevices.key(firm, address),
                tag,
                tag == null ? null : category.of(address, firm, "device", tag),
                category.of(address, firm, "source", SourceAddress.key(requestSource.sourceIp())),
                category.of(address, firm),
                category.of(requestSource.sourceIp(), firm),
                category.of(firm));
    }

    /** The keys of all that {@link #judge} needs. */
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>(List.of(devices, here, address, source, firm));
        if (device != null) {
            keys.add(device);
        }
        return keys;
    }

    /** The decision on a request. */
    public sealed interface Allowance {

        /** The mail is sent if these writes are committed with it. */
        record Granted(List<Write> counts) implements Allowance {}

        /** No mail is sent, and the answer is the same as with mail. These writes count the request; there may be none. */
        record Silent(List<Write> counts) implements Allowance {}

        /** Too many requests from the source, or in the firm. */
        record Refused(Duration retryAfter) implements Allowance {}
    }

    /** Decides by the items of the {@link #keys}. */
    public Allowance judge(ItemBatch stored, Instant now) {
        KnownDevices known = KnownDevices.read(devices, stored.get(devices));
        if (device != null && known.knows(tag, now)) {
            return switch (OF_ONE.judge(device, stored.get(device), known.cleared(), now)) {
                case Decision.Full full -> new Allowance.Silent(List.of());
                case Decision.Free(Write count) -> new Allowance.Granted(List.of(count));
            };
        }
        return switch (OF_SOURCE.judge(source, stored.get(source), now)) {
            case Decision.Full(Duration retryAfter) -> new Allowance.Refused(retryAfter);
            case Decision.Free(Write fromSource) ->
                switch (OF_FIRM.judge(firm, stored.get(firm), now)) {
                    case Decision.Full(Duration retryAfter) -> new Allowance.Refused(retryAfter);
                    case Decision.Free(Write inFirm) ->
                        judgeAddress(stored, List.of(fromSource, inFirm), known.cleared(), now);
                };
        };
    }

    private Allowance judgeAddress(ItemBatch stored, List<Write> asked, Instant cleared, Instant now) {
        Decision fromHere = OF_ONE.judge(here, stored.get(here), cleared, now);
        Decision fromAll = OF_ADDRESS.judge(address, stored.get(address), cleared, now);
        if (fromHere instanceof Decision.Free(Write one) && fromAll instanceof Decision.Free(Write other)) {
            List<Write> counts = new ArrayList<>(asked);
            counts.add(one);
            counts.add(other);
            return new Allowance.Granted(counts);
        }
        return new Allowance.Silent(asked);
    }
}
