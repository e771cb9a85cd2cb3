package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Set;

/**
 * Tells and sets the local clock. The offset is from the real time, in seconds and parts of them, and may be at most
 * a hundred years.
 */
final class ClockHook {
    /** As far as the last time that RFC 6238 tests with, and further. */
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(365_250).toSeconds());

    private static final int NANO_DIGITS = 9;

    private final LocalClock clock;

    ClockHook(LocalClock clock) {
        this.clock = clock;
    }

    Reply tell(Request request) {
        Duration moved = clock.offset();
        BigDecimal offset = BigDecimal.valueOf(moved.getSeconds())
                .add(BigDecimal.valueOf(moved.getNano(), NANO_DIGITS))
                .stripTrailingZeros();
        return HookJson.reply(HookJson.MAPPER
                .createObjectNode()
                .put("now", HookJson.time(clock.instant()))
                .put("offsetSeconds", offset.scale() < 0 ? offset.setScale(0) : offset));
    }

    Reply set(Request request) {
        JsonNode offset = HookJson.object(request, Set.of("offsetSeconds")).path("offsetSeconds");
        if (!offset.isNumber() || offset.decimalValue().abs().compareTo(LONGEST) > 0) {
            throw HookProblem.invalid("the field offsetSeconds must be a number of at most a thousand years");
        }
        BigDecimal seconds = offset.decimalValue().setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = offset.decimalValue().subtract(seconds).movePointRight(NANO_DIGITS);
        clock.setOffset(Duration.ofSeconds(seconds.longValue(), nanos.longValue()));
        return tell(request);
    }
}
