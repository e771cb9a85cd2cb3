package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(2)
class RedeemLinkTest {

    private final World world = World.get();
    private final TestFirm firm = world.firm();
    private final String address = TestFirm.address();
    private final String device = TestFirm.device();

    @Test
    void theFirstDevice_getsASessionForThatOneRequest() {
        firm.contact("c1", 1, address);
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), device);
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text("/status")).isEqualTo("SIGNED_IN");
        assertThat(session.text("/session/scope")).isEqualTo("request:r1");
        assertThat(session.text("/session/acr")).isEqualTo("aal1");
        assertThat(session.body().at("/session/amr")).hasToString("[\"email\"]");
        assertThat(session.body().path("expiresIn").asInt()).isBetween(570, 600);
        Answer me = firm.me(session);
        assertThat(me.text("/email")).isEqualTo(address);
        assertThat(me.text("/contacts/0/id")).isEqualTo("c1");
        assertThat(me.text("/scope")).isEqualTo("request:r1");
        assertThat(me.text("/accessMode")).isEqualTo("MAGIC_LINK_AND_LOGIN");
    }

    @Test
    void theSameDeviceAgain_getsTheSameSessionWithFreshTokens_andBothRepliesAreGood() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        Answer first = firm.redeem(token, device);
        Answer second = firm.redeem(token, device);
        assertThat(second.text("/session/id")).isEqualTo(first.text("/session/id"));
        assertThat(second.text("/accessToken")).isNotEqualTo(first.text("/accessToken"));
        assertThat(firm.me(first).status()).isEqualTo(200);
        assertThat(firm.me(second).status()).isEqualTo(200);
        assertThat(firm.refresh(first.text("/refreshToken")).status()).isEqualTo(200);
        assertThat(firm.refresh(second.text("/refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void anotherDevice_isRefused() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        firm.redeem(token, device);
        Answer refused = firm.redeem(token, TestFirm.device());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("link-claimed");
    }

    @Test
    void theDeviceMayComeBackForThirtyDaysFromTheClaim_notSliding() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        Answer first = firm.redeem(token, device);
        long days30 = Duration.ofDays(30).toSeconds();
        world.clock(days30 - 300);
        Answer late = firm.redeem(token, device);
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body().path("expiresIn").asInt()).isBetween(1, 300);
        assertThat(late.text("/session/id")).isNotEqualTo(first.text("/session/id"));
        assertThat(Instant.parse(late.text("/refreshExpiresAt")))
                .isBefore(Instant.now().plusSeconds(days30 + 1));
        assertThat(firm.redeem(token, TestFirm.device()).code()).isEqualTo("link-claimed");
        world.clock(days30 + 1);
        assertThat(firm.redeem(token, device).code()).isEqualTo("link-expired");
        assertThat(firm.refresh(late.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(firm.inspect(token).text("/state")).isEqualTo("EXPIRED");
    }

    @Test
    void afterLoggingOut_theDeviceMayComeBack_asANewSession() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        Answer first = firm.redeem(token, device);
        assertThat(firm.logOut(first).status()).isEqualTo(204);
        Answer again = firm.redeem(token, device);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/session/id")).isNotEqualTo(first.text("/session/id"));
        assertThat(firm.me(first).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(first.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(firm.me(again).status()).isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void fiftyDevicesAtOnce_giveOneSessionAndFortyNineEqualRefusals_andSignOnce() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        int signed = world.calls().at("/kms/Sign").asInt();
        List<Answer> answers = Race.of(50, runner -> firm.redeem(token, TestFirm.device()));
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() == 409).toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(refused).hasSize(49);
        assertThat(refused.stream().map(Answer::withoutRequestId).distinct()).hasSize(1);
        assertThat(world.calls().at("/kms/Sign").asInt()).isEqualTo(signed + 1);
    }

    @Test
    @Tag("crowd")
    void oneDeviceFiftyTimesAtOnce_getsOneSessionInEveryReply() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        List<Answer> answers = Race.of(50, runner -> firm.redeem(token, device));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.text("/session/id")).distinct())
                .hasSize(1);
        assertThat(answers.stream().map(answer -> answer.text("/refreshToken")).distinct())
                .hasSize(1);
    }

    @Test
    void refusals_areOnTheTrail_andTheClaimIs() {
        firm.contact("c1", 1, address);
        String token = firm.mailed("c1", "r1").token();
        firm.redeem(token, device);
        firm.redeem(token, TestFirm.device());
        String trail = firm.table()
                .lines()
                .filter(line -> line.contains(firm.id() + "#audit"))
                .reduce("", String::concat);
        assertThat(trail).contains("link.sent", "link.claimed", "link.refused", "ClaimedElsewhere");
    }
}
