package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void theFirstTry_isNeverTooSoon() {
        assertThat(Retries.isTooSoon(START, null, START)).isFalse();
    }

    @Test
    void thePauseIsATenthOfTheMailsAge_andAMinuteAtMost() {
        Instant tried = START.plusSeconds(100);
        assertThat(Retries.isTooSoon(START, tried, tried.plusMillis(9_999))).isTrue();
        assertThat(Retries.isTooSoon(START, tried, tried.plusSeconds(10))).isFalse();
        Instant late = START.plus(Duration.ofHours(5));
        assertThat(Retries.isTooSoon(START, late, late.plusMillis(59_999))).isTrue();
        assertThat(Retries.isTooSoon(START, late, late.plusSeconds(60))).isFalse();
    }

    @Test
    void aDayOfTriesWithoutPause_makesFewEnoughSecretsForOneItem() {
        int tries = 0;
        @Nullable Instant tried = null;
        for (Instant now = START; now.isBefore(START.plus(Duration.ofDays(1))); now = now.plusMillis(100)) {
            if (!Retries.isTooSoon(START, tried, now)) {
                tries++;
                tried = now;
            }
        }
        assertThat(tries).isBetween(1_400, 1_600);
    }

    @Test
    void aClockSetBack_doesNotHoldTheMail() {
        assertThat(Retries.isTooSoon(START, START.plusSeconds(100), START.plusSeconds(50)))
                .isFalse();
    }
}
