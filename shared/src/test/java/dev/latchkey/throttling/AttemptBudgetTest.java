package dev.latchkey.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemBuilder;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptBudget.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions on what is stored; that the writes are atomic, the races over the real table show. */
class AttemptBudgetTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000Z");
    private static final AttemptBudget BUDGET =
            AttemptBudget.of(Factor.TOTP, new FirmId("f"), Principal.of(new ContactId("c")));

    @Test
    void whatWasNeverTried_isFree_andTheFirstTryIsTheFirst() {
        assertThat(free(null).reservation()).isEqualTo(new Reservation(0, 0));
        assertThat(BUDGET.lockedUntil(null)).isNull();
        assertThat(BUDGET.forgiveAll(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "9, 0", "14, 5", "19, 10"})
    void fewerThanTenSinceTheLastSuccess_leaveItFree(long taken, long forgiven) {
        assertThat(free(item(taken, forgiven, NOW)).reservation()).isEqualTo(new Reservation(taken - 1, forgiven));
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "25, 15"})
    void tenSinceTheLastSuccess_lockForFifteenMinutes_toTheMillisecond(long taken, long forgiven) {
        Item full = item(taken, forgiven, NOW);
        Instant end = NOW.plus(AttemptBudget.LOCK);
        assertThat(BUDGET.lockedUntil(full)).isEqualTo(end);
        assertThat(AttemptBudget.ordinal(full)).isEqualTo(AttemptBudget.MOST);
        assertThat(BUDGET.judge(full, "n", NOW)).isEqualTo(new BudgetDecision.Locked(end));
        assertThat(BUDGET.judge(full, "n", end.minusMillis(1))).isEqualTo(new BudgetDecision.Locked(end));
        assertThat(BUDGET.judge(full, "n", end)).isInstanceOf(BudgetDecision.Free.class);
    }

    @Test
    void afterALock_theCountStartsAnew() {
        BudgetDecision.Free anew =
                (BudgetDecision.Free) BUDGET.judge(item(10, 0, NOW), "n", NOW.plus(AttemptBudget.LOCK));
        assertThat(anew.reservation()).isEqualTo(new Reservation(10, 10));
        assertThat(anew.take().changes().set()).containsEntry("forgiven", 10L).containsEntry("taken", 11L);
        assertThat(BUDGET.lockedUntil(item(11, 10, NOW))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"59, 0", "60, 20", "119, 20", "120, 30", "240, 38", "600, 40"})
    void ofAnAddressFromAllSources_eachHourWithoutATryForgivesHalf(long minutes, long forgiven) {
        AttemptBudget ofAll = AttemptBudget.of(Factor.PASSWORD, new FirmId("f"), Principal.of(new ContactId("c")));
        BudgetDecision.Free next =
                (BudgetDecision.Free) ofAll.judge(item(40, 0, NOW), "n", NOW.plus(Duration.ofMinutes(minutes)));
        assertThat(next.reservation().forgiven()).isEqualTo(forgiven);
        assertThat(next.ordinal()).isEqualTo(41 - forgiven);
        assertThat(free(item(9, 0, NOW), NOW.plus(Duration.ofMinutes(minutes))).ordinal())
                .as("of any other budget")
                .isEqualTo(10);
    }

    /** As staff do it while others are being judged: what is forgiven already can't be given back once more. */
    @Test
    void afterAllWereForgiven_thereIsNothingLeftToGiveBack() {
        Item forgiven = item(5, 5, NOW);
        assertThat(BUDGET.giveBack(forgiven)).isNull();
        assertThat(BUDGET.forgive(new Reservation(3, 0), forgiven)).isNull();
        assertThat(BUDGET.forgiving(new Reservation(3, 0), forgiven)).isEmpty();
        assertThat(changes(BUDGET.forgive(new Reservation(9, 0), item(6, 5, NOW))))
                .as("more failed than are counted, because some failed after they were forgiven")
                .isEqualTo(Map.of("taken", -1L, "forgiven", 5L));
    }

    /** An outage may leave no word of how a try ended. */
    @Test
    void aMinuteLater_everyTryIsOver_andASuccessForgivesAll() {
        Item lost = item(4, 0, NOW);
        assertThat(free(lost, NOW.plusSeconds(60).minusMillis(1)).reservation()).isEqualTo(new Reservation(3, 0));
        assertThat(free(lost, NOW.plusSeconds(60)).reservation()).isEqualTo(new Reservation(4, 0));
    }

    @Test
    void aSuccess_givesItsTryBack_andForgivesWhatHadFailedBeforeIt() {
        assertThat(changes(BUDGET.forgive(new Reservation(3, 0)))).isEqualTo(Map.of("taken", -1L, "forgiven", 3L));
        assertThat(changes(BUDGET.forgive(new Reservation(0, 0)))).isEqualTo(Map.of("taken", -1L, "forgiven", 0L));
        assertThat(changes(BUDGET.forgive(new Reservation(10, 10)))).isEqualTo(Map.of("taken", -1L, "forgiven", 10L));
    }

    @Test
    void aSuccessBesideOthers_takesNoForgivenessBack_andAGivenBackTryForgivesNothing() {
        assertThat(changes(BUDGET.forgive(new Reservation(2, 0), item(9, 5, NOW))))
                .isEqualTo(Map.of("taken", -1L, "forgiven", 5L));
        assertThat(changes(BUDGET.forgive(new Reservation(7, 0), item(9, 5, NOW))))
                .isEqualTo(Map.of("taken", -1L, "forgiven", 7L));
        assertThat(changes(BUDGET.giveBack(item(9, 5, NOW)))).isEqualTo(Map.of("taken", -1L, "forgiven", 5L));
        assertThat(BUDGET.forgive(new Reservation(1, 0), null)).isNull();
        assertThat(BUDGET.giveBack(null)).isNull();
    }

    @Test
    void aTry_isKnownByItsName_andTellsItsOwnOrdinal_whoeverTookOneSince() {
        BudgetDecision.Free mine = free(item(4, 2, NOW));
        assertThat(mine.ordinalIn(null)).isNull();
        assertThat(mine.ordinalIn(item(4, 2, NOW))).isNull();
        assertThat(mine.ordinalIn(named(8, 2, 5))).isEqualTo(3);
        assertThat(mine.ordinalIn(named(8, 7, 5)))
                .as("forgiven since, by whoever succeeded or unlocked")
                .isEqualTo(1);
        assertThat(((BudgetDecision.Free) BUDGET.judge(null, "other", NOW)).ordinalIn(named(8, 2, 5)))
                .isNull();
    }

    @Test
    void aTryThatWasNotAnswered_isGivenBack_ifItWasTaken_andNothingForgivenSince() {
        BudgetDecision.Free mine = free(item(4, 2, NOW));
        assertThat(changes(BUDGET.giveBack(mine, named(5, 2, 5)))).isEqualTo(Map.of("taken", -1L, "forgiven", 2L));
        assertThat(BUDGET.giveBack(mine, item(5, 2, NOW))).isNull();
        assertThat(BUDGET.giveBack(mine, named(6, 5, 5))).isNull();
        assertThat(BUDGET.giveBack(mine, null)).isNull();
    }

    @Test
    void whoeverIsOvertaken_forgivesNoMoreThanHadFailedBefore() {
        BudgetDecision.Free first = free(item(3, 0, NOW));
        BudgetDecision.Free later = free(item(7, 1, NOW));
        assertThat(later.insteadOf(first).reservation()).isEqualTo(new Reservation(2, 1));
        assertThat(first.insteadOf(later).reservation()).isEqualTo(new Reservation(2, 0));
        assertThat(later.insteadOf(first).take()).isEqualTo(later.take());
    }

    /** A write may not be longer than 4 KB. */
    @Test
    void namesOfAMinuteAgo_areForgotten_fiftyAtOnce() {
        ItemBuilder many = Item.at(BUDGET.key()).number("taken", 3).time("at", NOW);
        for (int old = 0; old < 60; old++) {
            many.number("try:" + NOW.minusSeconds(61).toEpochMilli() + "-" + old, old);
        }
        many.number("try:" + NOW.minusSeconds(60).toEpochMilli() + "-young", 3);
        assertThat(free(many.build()).take().changes().remove()).hasSize(50).noneMatch(name -> name.endsWith("young"));
    }

    private static Map<String, Object> changes(@Nullable Write write) {
        Write.Update update = (Write.Update) Objects.requireNonNull(write);
        Map<String, Object> all = new TreeMap<>(update.changes().add());
        all.putAll(update.changes().set());
        return all;
    }

    private static BudgetDecision.Free free(@Nullable Item stored) {
        return free(stored, NOW);
    }

    private static BudgetDecision.Free free(@Nullable Item stored, Instant now) {
        return (BudgetDecision.Free) BUDGET.judge(stored, "n", now);
    }

    /** @param place of the try that is called n */
    private static Item named(long taken, long forgiven, long place) {
        return Item.at(BUDGET.key())
                .number("taken", taken)
                .number("failed", taken - 1)
                .number("forgiven", forgiven)
                .time("at", NOW)
                .number("try:" + NOW.toEpochMilli() + "-n", place)
                .build();
    }

    private static Item item(long taken, long forgiven, Instant at) {
        return Item.at(BUDGET.key())
                .number("taken", taken)
                .number("failed", taken - 1)
                .number("forgiven", forgiven)
                .time("at", at)
                .build();
    }
}
