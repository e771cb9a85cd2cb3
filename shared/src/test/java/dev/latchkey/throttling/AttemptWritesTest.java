package dev.latchkey.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import dev.latchkey.throttling.AttemptBudget.Factor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each write of a budget changes, and when it loses. */
class AttemptWritesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000Z");
    private static final Key KEY = new Key("f#contact#c", "tries#totp");
    private static final AttemptBudget BUDGET =
            AttemptBudget.of(Factor.TOTP, new FirmId("f"), Principal.of(new ContactId("c")));
    private static final String NAME = "try:" + NOW.toEpochMilli() + "-n";
    private static final ItemUpdate NOTED =
            ItemUpdate.none().set("at", NOW).setNext(NAME, "taken").timeToLive(NOW.plus(Duration.ofDays(30)));
    private static final Condition NOT_YET = Condition.missing(NAME);

    @Test
    void eachAuthenticatorOfEachAddress_hasACountOfItsOwn() {
        assertThat(BUDGET.key()).isEqualTo(KEY);
        assertThat(AttemptBudget.of(Factor.RECOVERY, new FirmId("f"), Principal.of(new ContactId("d")))
                        .key())
                .isEqualTo(new Key("f#contact#d", "tries#recovery"));
    }

    @Test
    void theFirstTry_isTakenWhereNoneIsOrFewerThanTenAre_andNotTwiceByOneName() {
        Condition left = Condition.missing("taken").or(Condition.less("taken", 10));
        BudgetDecision.Free free = free(null, NOW);
        assertThat(free.take()).isEqualTo(Write.update(KEY, NOTED.increment("taken"), left.and(NOT_YET)));
        assertThat(free.ordinal()).isEqualTo(1);
    }

    @Test
    void aLaterTry_isTakenWhileFewerThanTenAreSinceTheLastSuccess() {
        Condition left = Condition.missing("taken").or(Condition.less("taken", 15));
        BudgetDecision.Free free = free(item(8, 5), NOW);
        assertThat(free.take()).isEqualTo(Write.update(KEY, NOTED.increment("taken"), left.and(NOT_YET)));
        assertThat(free.reservation()).isEqualTo(new Reservation(7, 5));
        assertThat(free.ordinal()).isEqualTo(4);
    }

    @Test
    void aTryTakenAsRead_losesWhereAnyWasTakenOrForgivenSince() {
        Condition none = Condition.missing("taken").or(Condition.equal("taken", 0));
        Condition noneForgiven = Condition.missing("forgiven").or(Condition.equal("forgiven", 0));
        assertThat(free(null, NOW).takeAsRead())
                .isEqualTo(Write.update(
                        KEY, NOTED.increment("taken"), none.and(noneForgiven).and(NOT_YET)));
        assertThat(free(item(8, 5), NOW).takeAsRead())
                .isEqualTo(Write.update(
                        KEY,
                        NOTED.increment("taken"),
                        Condition.equal("taken", 8)
                                .and(Condition.equal("forgiven", 5))
                                .and(NOT_YET)));
    }

    @Test
    void theFirstTryAfterALock_forgivesAllBefore_andLosesWhereAnotherIsFirst() {
        Instant then = NOW.plus(AttemptBudget.LOCK);
        BudgetDecision.Free free = free(item(12, 2), then);
        String name = "try:" + then.toEpochMilli() + "-n";
        ItemUpdate anew =
                ItemUpdate.none().set("at", then).setNext(name, "taken").timeToLive(then.plus(Duration.ofDays(30)));
        assertThat(free.take())
                .isEqualTo(Write.update(
                        KEY,
                        anew.set("forgiven", 12)
                                .set("failed", 12)
                                .set("taken", 13)
                                .remove("roll"),
                        Condition.equal("taken", 12).and(Condition.missing(name))));
        assertThat(free.ordinal()).isEqualTo(1);
    }

    @Test
    void aFailure_isCountedWhereThereIsACount() {
        assertThat(BUDGET.fail())
                .isEqualTo(Write.update(KEY, ItemUpdate.none().increment("failed"), Condition.present()));
    }

    @Test
    void aSuccess_losesWhereMoreIsForgivenAlready_orItsTryIsGone() {
        Condition inTime = Condition.missing("forgiven")
                .or(Condition.atMost("forgiven", 3))
                .and(Condition.more("taken", 3));
        Write expected = Write.update(
                KEY, ItemUpdate.none().decrement("taken").set("forgiven", 3).remove("roll"), inTime);
        assertThat(BUDGET.forgive(new Reservation(3, 1))).isEqualTo(expected);
        assertThat(BUDGET.forgiving(new Reservation(3, 1), item(5, 1))).containsExactly(expected);
        assertThat(BUDGET.forgiving(new Reservation(3, 1), null)).isEmpty();
    }

    @Test
    void whoForgivesAll_losesWhereOneWasTakenMeanwhile_andDoesNothingWhereNoneIsLeft() {
        assertThat(BUDGET.forgiveAll(item(4, 1)))
                .isEqualTo(Write.update(
                        KEY,
                        ItemUpdate.none().set("forgiven", 4).set("failed", 4).remove("roll"),
                        Condition.equal("taken", 4)));
        assertThat(BUDGET.forgiveAll(item(4, 4))).isNull();
    }

    @Test
    void theTryThatLocks_putsTheCountOnTheRoll_andNoOtherDoes() {
        assertThat(free(item(11, 2), NOW).take().changes())
                .isEqualTo(NOTED.set("roll", "f#roll").increment("taken"));
        assertThat(free(item(10, 2), NOW).take().changes()).isEqualTo(NOTED.increment("taken"));
    }

    @Test
    void aLockThatFellAmongTriesAtOnce_isPutOnTheRollAfterwards_whereItStillStands() {
        assertThat(BUDGET.addToIndex(item(12, 2)))
                .isEqualTo(Write.update(
                        KEY,
                        ItemUpdate.none().set("roll", "f#roll"),
                        Condition.equal("taken", 12).and(Condition.equal("forgiven", 2))));
        assertThat(BUDGET.addToIndex(item(11, 2))).isNull();
        assertThat(BUDGET.addToIndex(
                        Item.at(KEY).number("taken", 10).text("roll", "f#roll").build()))
                .isNull();
    }

    private static BudgetDecision.Free free(@Nullable Item stored, Instant now) {
        return (BudgetDecision.Free) BUDGET.judge(stored, "n", now);
    }

    private static Item item(long taken, long forgiven) {
        return Item.at(KEY)
                .number("taken", taken)
                .number("failed", taken - 1)
                .number("forgiven", forgiven)
                .time("at", NOW)
                .build();
    }
}
