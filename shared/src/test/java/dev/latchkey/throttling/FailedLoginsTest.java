package dev.latchkey.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBuilder;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private final FailedLogins logins = FailedLogins.of(new FirmId("acme"), "192.0.2.1");

    @Test
    void eachSourceOfEachFirm_isCountedByItself() {
        assertThat(logins.key().pk()).matches("acme#source#[A-Za-z0-9_-]{22}");
        assertThat(logins.key().sk()).isEqualTo("limit#failed-logins");
        assertThat(logins)
                .isNotEqualTo(FailedLogins.of(new FirmId("acme"), "192.0.2.2"))
                .isNotEqualTo(FailedLogins.of(new FirmId("other"), "192.0.2.1"));
    }

    @Test
    void theTwoHundredthOfAnHour_mayFail_andOneMoreIsNotJudged() {
        FailedLogins.Decision.Free last = (FailedLogins.Decision.Free) logins.judge(failed(9), NOW);
        assertThat(((Write.Update) last.count()).condition()).isEqualTo(Condition.less("n19", 10));
        assertThat(logins.judge(failed(10), NOW.plusSeconds(60)))
                .isEqualTo(new FailedLogins.Decision.Full(Duration.ofMinutes(59)));
    }

    @Test
    void fromWhereNothingFailed_itIsFree() {
        assertThat(logins.judge(null, NOW)).isInstanceOf(FailedLogins.Decision.Free.class);
    }

    private Item failed(long inTheLastSlot) {
        ItemBuilder item = Item.at(logins.key());
        for (int slot = 0; slot < 20; slot++) {
            item.time("t" + slot, NOW).number("n" + slot, slot == 19 ? inTheLastSlot : 10);
        }
        return item.build();
    }
}
