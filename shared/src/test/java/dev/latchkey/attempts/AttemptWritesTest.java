package dev.latchkey.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.attempts.AttemptBudget.Authenticator;
import dev.latchkey.attempts.AttemptBudget.Try;
import dev.latchkey.attempts.AttemptBudget.Verdict;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each write of a budget changes, and when it loses. */
class AttemptWritesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000Z");
    private static final Key KEY = new Key("f#contact#c", "tries#totp");
    private static final AttemptBudget BUDGET =
            AttemptBudget.of(Authenticator.TOTP, new FirmId("f"), Holder.of(new ContactId("c")));

    @Test
    void eachAuthenticatorOfEachAddress_hasACountOfItsOwn() {
        assertThat(BUDGET.key()).isEqualTo(KEY);
        assertThat(AttemptBudget.of(Authenticator.RECOVERY, new FirmId("f"), Holder.of(new ContactId("d")))
                        .key())
                .isEqualTo(new Key("f#contact#d", "tries#recovery"));
    }

    @Test
    void theFirstTry_isTakenWhereNoneEverWas() {
        Condition none = zero("sequence").and(zero("taken")).and(zero("forgiven"));
        Verdict.Free free = free(null, NOW);
        assertThat(free.take()).isEqualTo(Write.update(KEY, noted(1, 1, NOW), none));
        assertThat(free.ordinal()).isEqualTo(1);
    }

    /** So it is carried out once at most: each counts the sequence on, and nothing ever counts it down. */
    @Test
    void aLaterTry_losesWhereAnyWasTakenOrForgivenSince() {
        Verdict.Free free = free(item(8, 5), NOW);
        assertThat(free.take()).isEqualTo(Write.update(KEY, noted(31, 9, NOW), asRead(8, 5)));
        assertThat(free.one()).isEqualTo(new Try(7, 5));
        assertThat(free.ordinal()).isEqualTo(4);
    }

    @Test
    void theFirstTryAfterALock_forgivesAllBefore() {
        Instant then = NOW.plus(AttemptBudget.LOCK);
        Verdict.Free free = free(item(12, 2), then);
        Changes anew = noted(31, 13, then).set("forgiven", 12).set("failed", 12).remove("roll");
        assertThat(free.take()).isEqualTo(Write.update(KEY, anew, asRead(12, 2)));
        assertThat(free.ordinal()).isEqualTo(1);
    }

    @Test
    void aFailure_isCountedWhereThereIsACount() {
        assertThat(BUDGET.fail()).isEqualTo(Write.update(KEY, Changes.none().increment("failed"), Condition.present()));
    }

    @Test
    void aSuccess_losesWhereMoreIsForgivenAlready_orItsTryIsGone() {
        Condition inTime = Condition.missing("forgiven")
                .or(Condition.atMost("forgiven", 3))
                .and(Condition.more("taken", 3));
        Write expected = Write.update(
                KEY, Changes.none().decrement("taken").set("forgiven", 3).remove("roll"), inTime);
        assertThat(BUDGET.forgive(new Try(3, 1))).isEqualTo(expected);
        assertThat(BUDGET.forgiving(new Try(3, 1), item(5, 1))).containsExactly(expected);
        assertThat(BUDGET.forgiving(new Try(3, 1), null)).isEmpty();
    }

    @Test
    void whoForgivesAll_losesWhereOneWasTakenMeanwhile_andDoesNothingWhereNoneIsLeft() {
        assertThat(BUDGET.forgiveAll(item(4, 1)))
                .isEqualTo(Write.update(
                        KEY,
                        Changes.none().set("forgiven", 4).set("failed", 4).remove("roll"),
                        Condition.equal("taken", 4)));
        assertThat(BUDGET.forgiveAll(item(4, 4))).isNull();
    }

    @Test
    void theTryThatLocks_putsTheCountOnTheRoll_andNoOtherDoes() {
        assertThat(free(item(11, 2), NOW).take().changes())
                .isEqualTo(noted(31, 12, NOW).set("roll", "f#roll"));
        assertThat(free(item(10, 2), NOW).take().changes()).isEqualTo(noted(31, 11, NOW));
    }

    private static Changes noted(long sequence, long taken, Instant at) {
        return Changes.none()
                .set("at", at)
                .set("sequence", sequence)
                .set("by" + sequence % 20, "n")
                .set("taken", taken)
                .timeToLive(at.plus(Duration.ofDays(30)));
    }

    private static Condition asRead(long taken, long forgiven) {
        return Condition.equal("sequence", 30)
                .and(Condition.equal("taken", taken))
                .and(Condition.equal("forgiven", forgiven));
    }

    private static Condition zero(String name) {
        return Condition.missing(name).or(Condition.equal(name, 0));
    }

    private static Verdict.Free free(@Nullable Item stored, Instant now) {
        return (Verdict.Free) BUDGET.judge(stored, "n", now);
    }

    private static Item item(long taken, long forgiven) {
        return Item.at(KEY)
                .number("taken", taken)
                .number("failed", taken - 1)
                .number("forgiven", forgiven)
                .time("at", NOW)
                .number("sequence", 30)
                .build();
    }
}
