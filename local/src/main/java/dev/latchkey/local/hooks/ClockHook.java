package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/**
 * Tells and sets the local clock. The offset is from the real time, in seconds and parts of them, and may be at most
 * a hundred years.
 */
final class ClockHook {
    private static final BigDecimal CENTURY =
            BigDecimal.valueOf(Duration.ofDays(36_525).toSeconds());
    private static final int NANO_DIGITS = 9;

    private final LocalClock clock;

    ClockHook(LocalClock clock) {
        this.clock = clock;
    }

    Reply tell(Request request) {
        BigDecimal offset =
                BigDecimal.valueOf(clock.offset().toNanos(), NANO_DIGITS).stripTrailingZeros();
        return HookJson.reply(HookJson.MAPPER
                .createObjectNode()
                .put("now", HookJson.time(clock.instant()))
                .put("offsetSeconds", offset.scale() < 0 ? offset.setScale(0) : offset));
    }

    Reply set(Request request) {
        JsonNode offset = HookJson.object(request, Set.of("offsetSeconds")).path("offsetSeconds");
        if (!offset.isNumber() || offset.decimalValue().abs().compareTo(CENTURY) > 0) {
            throw HookProblem.invalid("the field offsetSeconds must be a number of at most a hundred years");
        }
        clock.setOffset(Duration.ofNanos(
                offset.decimalValue().movePointRight(NANO_DIGITS).longValue()));
        return tell(request);
    }
}
