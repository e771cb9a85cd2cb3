package dev.latchkey.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.attempts.AttemptBudget.Authenticator;
import dev.latchkey.attempts.AttemptBudget.Verdict;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions on what is stored; that the writes are atomic, the races over the real table show. */
class AttemptBudgetTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000Z");
    private static final AttemptBudget BUDGET =
            AttemptBudget.of(Authenticator.PASSWORD, new FirmId("f"), Holder.of(new ContactId("c")));

    @Test
    void whatWasNeverTried_isFree_andTheFirstTryIsTheFirst() {
        assertThat(free(null).ordinal()).isEqualTo(1);
        assertThat(AttemptBudget.lockedUntil(null)).isNull();
        assertThat(BUDGET.forgiveAll(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 2", "9, 0, 10", "14, 5, 15", "19, 10, 20"})
    void fewerThanTenSinceTheLastSuccess_leaveItFree(long taken, long forgiven, long next) {
        assertThat(free(item(taken, forgiven, NOW)).ordinal()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "25, 15"})
    void tenSinceTheLastSuccess_lockForFifteenMinutes_toTheMillisecond(long taken, long forgiven) {
        Item full = item(taken, forgiven, NOW);
        Instant end = NOW.plus(AttemptBudget.LOCK);
        assertThat(AttemptBudget.lockedUntil(full)).isEqualTo(end);
        assertThat(AttemptBudget.isLast(full)).isTrue();
        assertThat(BUDGET.judge(full, NOW)).isEqualTo(new Verdict.Locked(end));
        assertThat(BUDGET.judge(full, end.minusMillis(1))).isEqualTo(new Verdict.Locked(end));
        assertThat(BUDGET.judge(full, end)).isInstanceOf(Verdict.Free.class);
    }

    @Test
    void afterALock_theCountStartsAnew() {
        Verdict.Free anew = (Verdict.Free) BUDGET.judge(item(10, 0, NOW), NOW.plus(AttemptBudget.LOCK));
        assertThat(anew.ordinal()).isEqualTo(11);
        assertThat(anew.take().changes().set()).containsEntry("forgiven", 10L).containsEntry("taken", 11L);
        assertThat(AttemptBudget.lockedUntil(item(11, 10, NOW))).isNull();
    }

    @Test
    void aSuccess_forgivesWhatWasTakenUpToIt_andNothingJudgedBesideIt() {
        assertThat(AttemptBudget.isUnforgiven(item(10, 0, NOW), 3)).isTrue();
        assertThat(AttemptBudget.isUnforgiven(item(10, 3, NOW), 3)).isFalse();
        assertThat(AttemptBudget.isUnforgiven(item(2, 0, NOW), 3)).isFalse();
        assertThat(AttemptBudget.isUnforgiven(null, 1)).isFalse();
        assertThat(AttemptBudget.lockedUntil(item(12, 3, NOW))).isNull();
        assertThat(AttemptBudget.lockedUntil(item(13, 3, NOW))).isNotNull();
    }

    private static Verdict.Free free(@Nullable Item stored) {
        return (Verdict.Free) BUDGET.judge(stored, NOW);
    }

    private static Item item(long taken, long forgiven, Instant at) {
        return Item.at(BUDGET.key())
                .number("taken", taken)
                .number("forgiven", forgiven)
                .time("at", at)
                .build();
    }
}
