package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What account routes cost, counted on the wire. Refused ones cost no key and no mail. */
class AccountBudgetTest {

    private static final Map<String, Integer> REFUSED_LOGIN = Map.of("BatchGetItem", 1, "TransactWriteItems", 2);

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void aLogin_isOneReadTwoWritesAndOneSignature() {
        portal.account(address);
        assertThat(cost(() -> portal.logIn(address, Portal.PASSWORD)))
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 2, "Sign", 1));
        String device = TestFirm.device();
        portal.logInBy(device, address, Portal.PASSWORD);
        assertThat(cost(() -> portal.logInBy(device, address, Portal.PASSWORD)))
                .as("from a known device")
                .isEqualTo(Map.of("BatchGetItem", 1, "UpdateItem", 1, "TransactWriteItems", 1, "Sign", 1));
    }

    @Test
    void aRefusedLogin_costsTheSameWhateverTheCause_andNoKey() {
        String without = TestFirm.address();
        String deactivated = TestFirm.address();
        firm.contact("c2", 1, without).contact("c3", 1, deactivated);
        portal.account(address);
        portal.account(deactivated);
        firm.deactivated(deactivated);
        for (String whose : List.of(address, without, deactivated, TestFirm.address())) {
            String password = whose.equals(deactivated) ? Portal.PASSWORD : "wrong";
            assertThat(cost(() -> portal.logIn(whose, password))).as(whose).isEqualTo(REFUSED_LOGIN);
        }
        for (int i = 0; i < 9; i++) {
            portal.logIn(address, "wrong");
        }
        assertThat(cost(() -> portal.logIn(address, Portal.PASSWORD)))
                .as("while it is locked")
                .isEqualTo(Map.of("BatchGetItem", 1));
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(cost(() -> portal.logIn(without, "x"))).isEqualTo(Map.of("BatchGetItem", 1));
    }

    @Test
    void askingForMail_isOneReadAndOneWrite_andTheMailCostsTheSameForAnybody_butForTheSending() {
        Map<String, Integer> nobody = settled(() -> portal.signUp(TestFirm.address()));
        assertThat(nobody).isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 3, "GetItem", 1));
        Map<String, Integer> known = settled(() -> portal.signUp(address));
        assertThat(known.remove("SendEmail")).isEqualTo(1);
        assertThat(known).isEqualTo(nobody);
        assertThat(settled(() -> portal.signUp(address))).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
        Map<String, Integer> withoutAccount = settled(() -> portal.forgotten(address));
        assertThat(withoutAccount.remove("SendEmail")).isEqualTo(1);
        assertThat(withoutAccount).isEqualTo(nobody);
    }

    @Test
    void settingUp_isOneReadOneWriteAndOneSignature_andResettingNeedsNone() {
        String token = portal.setUpToken(address);
        assertThat(cost(() -> portal.setUp(token, "short"))).isEqualTo(Map.of("BatchGetItem", 1));
        assertThat(settled(() -> portal.setUp(token, Portal.PASSWORD)))
                .containsEntry("Sign", 1)
                .doesNotContainKey("UpdateItem");
        assertThat(cost(() -> portal.setUp(token, Portal.PASSWORD))).isEqualTo(Map.of("BatchGetItem", 1));
        String reset = portal.resetToken(address);
        assertThat(settled(() -> portal.reset(reset, Portal.OTHER))).doesNotContainKey("Sign");
    }

    @Test
    void listingSessions_isTwoReads_endingOneOrAllOneReadAndOneWrite() {
        Answer session = portal.account(address);
        Answer other = portal.logIn(address, Portal.PASSWORD);
        KnownKeys.everywhere(world);
        assertThat(cost(() -> portal.sessions(session, ""))).isEqualTo(Map.of("BatchGetItem", 1, "Query", 1));
        Map<String, Integer> oneWrite = Map.of("BatchGetItem", 1, "TransactWriteItems", 1);
        assertThat(cost(() -> portal.end(session, other.text("/session/id")))).isEqualTo(oneWrite);
        assertThat(cost(() -> portal.endAll(session))).isEqualTo(oneWrite);
    }

    @Test
    void changingAPassword_isTwoReadsAndTwoWrites_andNoSignature() {
        Answer session = portal.account(address);
        KnownKeys.everywhere(world);
        Map<String, Integer> cost = settled(() -> portal.change(session, Portal.PASSWORD, Portal.OTHER));
        assertThat(cost).doesNotContainKeys("UpdateItem", "Sign");
        assertThat(cost(() -> portal.change(session, "wrong", Portal.PASSWORD)))
                .isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 2));
        Answer known = portal.logInBy(TestFirm.device(), address, Portal.OTHER);
        assertThat(cost(() -> portal.change(known, "wrong", Portal.PASSWORD)))
                .as("in a session that began on a device")
                .isEqualTo(Map.of("BatchGetItem", 2, "UpdateItem", 1, "TransactWriteItems", 1));
    }

    private Map<String, Integer> cost(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isBetween(200, 499);
        return Costs.between(before, world.calls());
    }

    private Map<String, Integer> settled(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isBetween(200, 499);
        return Costs.between(before, world.quietCalls());
    }
}
