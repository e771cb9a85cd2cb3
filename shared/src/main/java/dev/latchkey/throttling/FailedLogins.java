package dev.latchkey.throttling;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failed logins from one source address in one firm: 200 an hour, for all email addresses together. Successful logins don't
 * count, so many clients behind one source address don't lock each other out.
 *
 * @param key of the item that counts for the source
 */
public record FailedLogins(Key key) {

    /** Twenty slots of ten: an item with 200 times would cost too much to write each time. */
    private static final SlidingWindowLimit LIMIT = new SlidingWindowLimit(20, 10, Duration.ZERO);

    public static FailedLogins of(FirmId firm, String sourceIp) {
        return new FailedLogins(new Key(
                Key.join(firm.value(), "source", SourceAddress.key(sourceIp)), Key.join("limit", "failed-logins")));
    }

    /** Whether one more may fail. */
    public sealed interface Decision {

        /** It may fail, and this write counts it. */
        record Free(Write count) implements Decision {}

        /** It may not. No login from the source is checked before this time is over. */
        record Full(Duration retryAfter) implements Decision {}
    }

    public Decision judge(@Nullable Item stored, Instant now) {
        return switch (LIMIT.judge(key, stored, now)) {
            case SlidingWindowLimit.Decision.Free(Write count) -> new Decision.Free(count);
            case SlidingWindowLimit.Decision.Full(Duration retryAfter) -> new Decision.Full(retryAfter);
        };
    }
}
