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
 * The limits on mail of one sort that anybody may ask for without being in. A device that got in at the address before spends
 * an allowance of its own: 60 seconds between two, 5 an hour. Everybody else has as much for the address from each source, 15
 * an hour for the address from all sources, and then 60 an hour from a source and 2,000 in a firm, of which they are told. So
 * what strangers ask for takes nothing from the owner. An address that is nobody's is counted like any other. Whatever is
 * asked counts for source and firm; for the address count the mails that it was sent.
 *
 * @param devices where the devices of the address are known
 * @param tag of the device that asks, at this address; {@code null} where it named itself by none
 * @param device where that one is counted
 * @param here where the address is counted from this source
 * @param address where it is from all
 * @param source where the source address is
 * @param firm where the firm is
 */
public record ClientMailLimits(
        Key devices, @Nullable String tag, @Nullable Key device, Key here, Key address, Key source, Key firm) {

    private static final SlidingWindowLimit OF_ONE = SlidingWindowLimit.of(5).withCoolDown(Duration.ofSeconds(60));
    private static final SlidingWindowLimit OF_ADDRESS = SlidingWindowLimit.of(15);
    private static final SlidingWindowLimit OF_SOURCE = new SlidingWindowLimit(20, 3, Duration.ZERO);

    /** Forty slots of fifty: an item that holds 2,000 times would be too dear to write each time. */
    private static final SlidingWindowLimit OF_FIRM = new SlidingWindowLimit(40, 50, Duration.ZERO);

    public static ClientMailLimits of(MailCategory sort, FirmId firm, Principal address, RequestSource requestSource) {
        String tag = KnownDevices.tag(address, requestSource.device());
        return new ClientMailLimits(
                KnownDevices.key(firm, address),
                tag,
                tag == null ? null : sort.of(address, firm, "device", tag),
                sort.of(address, firm, "source", SourceAddress.key(requestSource.sourceIp())),
                sort.of(address, firm),
                sort.of(requestSource.sourceIp(), firm),
                sort.of(firm));
    }

    /** What {@link #judge} is judged by. */
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>(List.of(devices, here, address, source, firm));
        if (device != null) {
            keys.add(device);
        }
        return keys;
    }

    /** What becomes of an asking. */
    public sealed interface Allowance {

        /** The mail may be sent, if these writes are committed with it. */
        record Granted(List<Write> counts) implements Allowance {}

        /** Whoever asks is told what everybody is told, and gets none. These writes count the asking; there may be none. */
        record Silent(List<Write> counts) implements Allowance {}

        /** Too many from there, or in the firm. */
        record Refused(Duration retryAfter) implements Allowance {}
    }

    /** Judges by what the {@link #keys} held when they were read. */
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
