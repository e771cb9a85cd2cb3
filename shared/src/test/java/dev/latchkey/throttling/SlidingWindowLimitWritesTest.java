package dev.latchkey.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.SlidingWindowLimit.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counting one writes, and when it loses. */
class SlidingWindowLimitWritesTest {

    private static final Key KEY = new Key("acme#firm", "limit#x");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ItemUpdate COUNTED =
            ItemUpdate.none().set("t0", NOW).set("last", NOW).timeToLive(NOW.plus(Duration.ofHours(2)));

    @Test
    void aSlot_isTakenWhereNobodyTookItInTheHourBefore() {
        assertThat(count(SlidingWindowLimit.of(1), null)).isEqualTo(Write.update(KEY, COUNTED, isOld("t0", HOUR)));
    }

    @Test
    void withACoolDown_itLosesAlsoWhereAnyWasTakenJustNow() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(count(SlidingWindowLimit.of(1).withCoolDown(minute), null))
                .isEqualTo(Write.update(KEY, COUNTED, isOld("t0", HOUR).and(isOld("last", minute))));
    }

    @Test
    void aSlotThatCountsSeveral_beginsWithOne_andIsCountedOnUntilItIsFull() {
        SlidingWindowLimit coarse = new SlidingWindowLimit(1, 3, Duration.ZERO);
        Item started = Item.at(KEY).time("t0", NOW).number("n0", 2).build();
        assertThat(count(coarse, null)).isEqualTo(Write.update(KEY, COUNTED.set("n0", 1), isOld("t0", HOUR)));
        assertThat(count(coarse, started))
                .isEqualTo(Write.update(KEY, COUNTED.increment("n0"), Condition.less("n0", 3)));
    }

    @Test
    void ofSeveralFreeSlots_notAllWhoAskReachForTheSame() {
        Set<Condition> slots = new HashSet<>();
        for (int asked = 0; asked < 200; asked++) {
            Write.Update count = (Write.Update) count(SlidingWindowLimit.of(5), null);
            if (count.condition() != null) {
                slots.add(count.condition());
            }
        }
        assertThat(slots).hasSizeGreaterThan(1);
    }

    private static Write count(SlidingWindowLimit limit, @Nullable Item stored) {
        return ((Decision.Free) limit.judge(KEY, stored, NOW)).count();
    }

    private static Condition isOld(String name, Duration span) {
        return Condition.missing(name)
                .or(Condition.atMost(name, NOW.minus(span).toEpochMilli()))
                .or(Condition.more(name, NOW.plusSeconds(60).toEpochMilli()));
    }
}
