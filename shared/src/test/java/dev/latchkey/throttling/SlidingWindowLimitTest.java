package dev.latchkey.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBuilder;
import dev.latchkey.store.Key;
import dev.latchkey.throttling.SlidingWindowLimit.Decision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlidingWindowLimitTest {

    private static final Key KEY = new Key("acme#firm", "limit#x");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SlidingWindowLimit TWO = SlidingWindowLimit.of(2);
    private static final SlidingWindowLimit COOLING = SlidingWindowLimit.of(5).withCoolDown(Duration.ofSeconds(60));
    private static final SlidingWindowLimit COARSE = new SlidingWindowLimit(2, 3, Duration.ZERO);

    @Test
    void nothingStored_isFree() {
        assertThat(TWO.judge(KEY, null, NOW)).isInstanceOf(Decision.Free.class);
        assertThat(COOLING.judge(KEY, null, NOW)).isInstanceOf(Decision.Free.class);
    }

    @Test
    void aSlotIsFreeAgain_anHourAfterItWasTaken_toTheMillisecond() {
        Item full =
                item().time("t0", NOW.minus(HOUR).plusMillis(1)).time("t1", NOW).build();
        assertThat(TWO.judge(KEY, full, NOW)).isEqualTo(new Decision.Full(Duration.ofMillis(1)));
        assertThat(TWO.judge(KEY, full, NOW.plusMillis(1))).isInstanceOf(Decision.Free.class);
    }

    @Test
    void theCoolDownEnds_toTheMillisecond() {
        Item once = item().time("t0", NOW).time("last", NOW).build();
        assertThat(COOLING.judge(KEY, once, NOW.plusMillis(59_999))).isEqualTo(new Decision.Full(Duration.ofMillis(1)));
        assertThat(COOLING.judge(KEY, once, NOW.plusSeconds(60))).isInstanceOf(Decision.Free.class);
    }

    @Test
    void aClockThatIsALittleAhead_countsButHoldsNobodyUp() {
        Item ahead = item().time("t0", NOW.plusSeconds(5))
                .time("last", NOW.plusSeconds(5))
                .build();
        assertThat(TWO.judge(KEY, ahead, NOW)).isInstanceOf(Decision.Free.class);
        Item bothAhead = item().time("t0", NOW.plusSeconds(5))
                .time("t1", NOW.plusSeconds(5))
                .build();
        assertThat(TWO.judge(KEY, bothAhead, NOW)).isInstanceOf(Decision.Full.class);
    }

    @Test
    void aClockThatWasFarAhead_locksNobodyOut() {
        Instant wrong = NOW.plus(Duration.ofDays(30));
        Item item = item().time("t0", wrong)
                .time("t1", wrong)
                .time("t2", wrong)
                .time("t3", wrong)
                .time("t4", wrong)
                .time("last", wrong)
                .build();
        assertThat(COOLING.judge(KEY, item, NOW)).isInstanceOf(Decision.Free.class);
    }

    @Test
    void aSlotThatCountsSeveral_isFullWhenItHasThem_andFreeAnHourAfterTheLast() {
        Item started = item().time("t0", NOW)
                .number("n0", 3)
                .time("t1", NOW)
                .number("n1", 2)
                .build();
        assertThat(COARSE.judge(KEY, started, NOW)).isInstanceOf(Decision.Free.class);
        Item full = item().time("t0", NOW)
                .number("n0", 3)
                .time("t1", NOW)
                .number("n1", 3)
                .build();
        assertThat(COARSE.judge(KEY, full, NOW)).isEqualTo(new Decision.Full(HOUR));
        assertThat(COARSE.judge(KEY, full, NOW.plus(HOUR))).isInstanceOf(Decision.Free.class);
    }

    private static ItemBuilder item() {
        return Item.at(KEY);
    }
}
