package dev.latchkey.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Scope;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeAttemptsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LinkId ID =
            LinkId.of(new FirmId("acme"), Principal.of(new ContactId("c1")), Scope.REQUESTS, "r".repeat(22));
    private static final Key KEY = ID.key();

    @Test
    void aTry_isTakenWhereTheLinkIsThereAndFewerThanFiveAreTaken() {
        Condition left = Condition.missing("codeTries").or(Condition.less("codeTries", 5));
        assertThat(CodeAttempts.take(ID, NOW))
                .isEqualTo(Write.update(
                        KEY,
                        ItemUpdate.none().increment("codeTries").set("codeTriedAt", NOW),
                        Condition.present().and(left)));
    }

    @Test
    void triesThatAreTaken_areCounted_fromNone() {
        assertThat(CodeAttempts.taken(Item.at(KEY).build())).isZero();
        assertThat(CodeAttempts.taken(Item.at(KEY).number("codeTries", 3).build()))
                .isEqualTo(3);
    }

    @Test
    void aLostTry_comesBackAfterAMinute_unlessAnyWasFoundWrongMeanwhile() {
        Condition longAgo = Condition.atMost("codeTriedAt", NOW.minusSeconds(60).toEpochMilli());
        Condition someLost = Condition.equal("wrongCodes", 2).and(Condition.less("wrongCodes", 5));
        assertThat(CodeAttempts.retake(link(0), NOW))
                .isEqualTo(retaken(1, Condition.missing("wrongCodes").and(longAgo)));
        assertThat(CodeAttempts.retake(link(2), NOW)).isEqualTo(retaken(3, someLost.and(longAgo)));
    }

    @Test
    void aTryGivenBack_neverMakesMoreThanThereWere() {
        ItemUpdate back = ItemUpdate.none().decrement("codeTries");
        assertThat(CodeAttempts.giveBack(ID)).isEqualTo(Write.update(KEY, back, Condition.more("codeTries", 0)));
        assertThat(CodeAttempts.giveBack(ItemUpdate.none().set("device", "hash")))
                .isEqualTo(back.set("device", "hash"));
    }

    @Test
    void wrongCodes_areCounted_andTheFifthKills() {
        assertThat(CodeAttempts.wrong(ID))
                .isEqualTo(Write.update(KEY, ItemUpdate.none().increment("wrongCodes"), Condition.present()));
        assertThat(CodeAttempts.wrong(Item.at(KEY).number("wrongCodes", 3).build()))
                .isEqualTo(3);
        assertThat(CodeAttempts.wrong(Item.at(KEY).build())).isZero();
        assertThat(CodeAttempts.notKilled())
                .isEqualTo(Condition.missing("wrongCodes").or(Condition.less("wrongCodes", 5)));
    }

    private static Write retaken(long tries, Condition condition) {
        return Write.update(KEY, ItemUpdate.none().set("codeTries", tries).set("codeTriedAt", NOW), condition);
    }

    private static MagicLink link(long wrongCodes) {
        return new MagicLink(ID, Scope.REQUESTS, null, 1, NOW, List.of(), wrongCodes, null);
    }
}
