package dev.latchkey.mail;

import static dev.latchkey.mail.MailFailure.FAULT;
import static dev.latchkey.mail.MailFailure.OUTAGE;
import static dev.latchkey.mail.MailFailure.REFUSAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailFailureTest {

    private static final Instant INTENDED = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void whatNoMailIsToBlameFor_isAnOutage_andWhatNobodyKnows_isAFault() {
        assertThat(MailFailure.of(new MailUnavailable(new IllegalStateException())))
                .isEqualTo(OUTAGE);
        assertThat(MailFailure.of(new StoreUnavailable("down"))).isEqualTo(OUTAGE);
        assertThat(MailFailure.of(new MailRefused(new IllegalStateException()))).isEqualTo(REFUSAL);
        assertThat(MailFailure.of(new IllegalArgumentException())).isEqualTo(FAULT);
        assertThat(MailFailure.of(new NullPointerException())).isEqualTo(FAULT);
    }

    @Test
    void aMailIsRefusedTwentyTimes_andFaultyFiveTimes_howeverOldItIs() {
        Instant later = INTENDED.plus(Duration.ofDays(3));
        assertThat(REFUSAL.isFinal(19, INTENDED, later)).isFalse();
        assertThat(REFUSAL.isFinal(20, INTENDED, INTENDED)).isTrue();
        assertThat(REFUSAL.isFinal(21, INTENDED, INTENDED))
                .as("tried once more")
                .isTrue();
        assertThat(FAULT.isFinal(4, INTENDED, later)).isFalse();
        assertThat(FAULT.isFinal(5, INTENDED, INTENDED)).isTrue();
    }

    @Test
    void anOutageIsOverForAMail_whenTheMailIsADayOld() {
        Instant end = INTENDED.plus(Duration.ofDays(1));
        assertThat(OUTAGE.isFinal(0, INTENDED, end.minusMillis(1))).isFalse();
        assertThat(OUTAGE.isFinal(0, INTENDED, end)).isTrue();
    }
}
