package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each route costs, counted on the wire. A batch or a transaction is one call. */
class CallBudgetTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final String token = firm.mailed("c1", "r1").token();
    private final String device = TestFirm.device();

    @BeforeEach
    void theMailHasGoneOut() {
        firm.settled();
    }

    @Test
    void inspecting_isOneRead() {
        assertThat(cost(() -> firm.inspect(token))).isEqualTo(Map.of("BatchGetItem", 1));
    }

    @Test
    void redeeming_isOneReadOneWriteAndOneSignature_forTheFirstTimeAndAgain() {
        assertThat(cost(() -> firm.redeem(token, device)))
                .isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1, "Sign", 1));
        assertThat(cost(() -> firm.redeem(token, device)))
                .isEqualTo(Map.of("BatchGetItem", 1, "UpdateItem", 1, "Sign", 1));
    }

    @Test
    void refreshing_isOneReadOneWriteAndOneSignature() {
        Answer session = firm.redeem(token, device);
        assertThat(cost(() -> firm.refresh(session.text("/refreshToken"))))
                .isEqualTo(Map.of("BatchGetItem", 1, "UpdateItem", 1, "Sign", 1));
    }

    @Test
    void askingWhoIAm_isOneRead() {
        Answer request = firm.redeem(token, device);
        firm.me(request);
        assertThat(cost(() -> firm.me(request))).isEqualTo(Map.of("BatchGetItem", 1));
        Answer signIn = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        assertThat(cost(() -> firm.me(signIn))).isEqualTo(Map.of("BatchGetItem", 1));
    }

    @Test
    void loggingOut_isOneReadAndOneWrite() {
        Answer session = firm.redeem(token, device);
        KnownKeys.everywhere(world);
        assertThat(cost(() -> firm.logOut(session))).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    }

    @Test
    void refreshingAndLoggingOutByCookie_costTheSame_withoutAKeyAtLogout_andAForeignPageCostsNothing() {
        Browser browser = new Browser(world);
        String cookie = Browser.token(browser.redeem(token, device));
        assertThat(cost(() -> browser.send(Browser.LOGOUT, null, Browser.cookie(cookie), "https://evil.test")))
                .isEmpty();
        assertThat(cost(() -> browser.refresh(cookie)))
                .isEqualTo(Map.of("BatchGetItem", 1, "UpdateItem", 1, "Sign", 1));
        assertThat(cost(() -> browser.logOut(cookie))).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    }

    @Test
    void sendingALink_isOneReadAndOneWrite_andItsMailTwoReadsTwoWritesAndOneSending() {
        JsonNode before = world.quietCalls();
        Answer sent = firm.send("c1", "r2");
        firm.mail(sent.text("/email"), sent.text("/linkId"));
        Map<String, Integer> all =
                Map.of("BatchGetItem", 2, "TransactWriteItems", 3, "GetItem", 1, "GenerateMac", 1, "SendEmail", 1);
        await().untilAsserted(
                        () -> assertThat(Costs.between(before, world.calls())).isEqualTo(all));
    }

    @Test
    void askingForASignInLink_isOneReadAndOneWrite_andItsMailCostsTheSameForAnybody_butForTheSending() {
        Map<String, Integer> nobody = settled(() -> firm.ask(TestFirm.address()));
        assertThat(nobody)
                .isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 3, "GetItem", 1, "GenerateMac", 1));
        Map<String, Integer> known = settled(() -> firm.ask(address));
        assertThat(known.remove("SendEmail")).isEqualTo(1);
        assertThat(known).isEqualTo(nobody);
        Map<String, Integer> again = settled(() -> firm.ask(address));
        assertThat(again).isEqualTo(Map.of("BatchGetItem", 1, "TransactWriteItems", 1));
    }

    @Test
    void renewing_isTwoReadsAndOneWrite_forAnUnknownTokenToo() {
        String unknown = token.substring(0, token.length() - 3) + "AAA";
        assertThat(settled(() -> firm.renew(unknown))).isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 1));
        assertThat(settled(() -> firm.renew(token)))
                .isEqualTo(Map.of(
                        "BatchGetItem", 3, "TransactWriteItems", 3, "GetItem", 1, "GenerateMac", 1, "SendEmail", 1));
    }

    @Test
    void redeemingByCode_isOneReadTwoWritesOneMacAndOneSignature_andAWrongCodeHasNoSignature() {
        Mail mail = firm.mailed("c1", "r2");
        assertThat(cost(() -> firm.redeemCode(mail.linkId(), "AAAA-AAAA", device)))
                .isEqualTo(Map.of("BatchGetItem", 1, "GenerateMac", 1, "TransactWriteItems", 2));
        assertThat(cost(() -> firm.redeemCode(mail.linkId(), mail.code(), device)))
                .isEqualTo(Map.of("BatchGetItem", 1, "GenerateMac", 1, "TransactWriteItems", 2, "Sign", 1));
    }

    @Test
    void aRefusedRequest_costsNoKeyAndNoMail() {
        firm.redeem(token, device);
        Map<String, Integer> refused = Map.of("BatchGetItem", 1, "PutItem", 1);
        assertThat(cost(() -> firm.redeem(token, TestFirm.device()))).isEqualTo(refused);
        assertThat(cost(() -> firm.redeem(token.substring(0, token.length() - 3) + "AAA", device)))
                .isEqualTo(Map.of("BatchGetItem", 1));
        assertThat(cost(() -> firm.redeem("x".repeat(60), device))).isEmpty();
        assertThat(cost(() -> firm.refresh("x".repeat(60)))).isEmpty();
        assertThat(cost(() -> firm.me("x"))).isEmpty();
    }

    /** What a request and the mail that it led to cost together. */
    private Map<String, Integer> settled(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isBetween(200, 499);
        return Costs.between(before, world.quietCalls());
    }

    private Map<String, Integer> cost(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isBetween(200, 499);
        return Costs.between(before, world.calls());
    }
}
