package dev.latchkey.attempts;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failed logins from one source address in one firm: 200 an hour, whatever addresses were tried. Logins that succeed are
 * not counted, so an office behind one address keeps nobody out by coming to work.
 *
 * @param key where the source is counted
 */
public record FailedLogins(Key key) {

    /** Twenty slots of ten: an item that holds 200 times would be too dear to write each time. */
    private static final HourlyLimit LIMIT = new HourlyLimit(20, 10, Duration.ZERO);

    public static FailedLogins of(FirmId firm, String sourceIp) {
        return new FailedLogins(new Key(
                Key.join(firm.value(), "source", SourceAddress.key(sourceIp)), Key.join("limit", "failed-logins")));
    }

    /** Whether one more may fail. */
    public sealed interface Verdict {

        /** It may, and this write counts it. */
        record Free(Write count) implements Verdict {}

        /** It may not, and no login from there is judged, before this time has gone by. */
        record Full(Duration retryAfter) implements Verdict {}
    }

    public Verdict judge(@Nullable Item stored, Instant now) {
        return switch (LIMIT.judge(key, stored, now)) {
            case HourlyLimit.Verdict.Free(Write count) -> new Verdict.Free(count);
            case HourlyLimit.Verdict.Full(Duration retryAfter) -> new Verdict.Full(retryAfter);
        };
    }
}
