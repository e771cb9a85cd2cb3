package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(2)
class ResetPasswordTest {

    private static final int LIFE = 1_800;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void aForgottenPassword_isReplacedByAMailedLink_whichSignsNobodyIn_andEndsEverySession() {
        Answer first = portal.account(address);
        Answer second = portal.logIn(address, Portal.PASSWORD);
        Answer link = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        Answer device = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        Answer reset = portal.reset(portal.resetToken(address), Portal.OTHER);
        assertThat(reset.status()).isEqualTo(204);
        assertThat(reset.text()).isEmpty();
        for (Answer session : List.of(first, second, link)) {
            assertThat(firm.me(session).code()).isEqualTo("invalid-token");
            assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
        }
        assertThat(firm.me(device).status())
                .as("a device that claimed a request link stays")
                .isEqualTo(200);
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(401);
        assertThat(portal.logIn(address, Portal.OTHER).status()).isEqualTo(200);
    }

    @Test
    void theMail_hasOneUrl_andOnlyAnAccountThatCanBeUsedGetsOne() {
        String without = TestFirm.address();
        String deactivated = TestFirm.address();
        String unknown = TestFirm.address();
        firm.contact("c2", 1, without).contact("c3", 1, deactivated);
        portal.account(address);
        portal.account(deactivated);
        firm.deactivated(deactivated);
        for (String whose : List.of(address, without, deactivated, unknown)) {
            Answer answer = portal.forgotten(whose);
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEqualTo("{\"status\":\"ACCEPTED\"}");
        }
        firm.settled();
        Mail mail = portal.mails(address, "reset").getFirst();
        assertThat(mail.urls()).containsExactly(world.origin() + "/portal/#reset=" + mail.passwordToken());
        for (String whose : List.of(without, deactivated, unknown)) {
            assertThat(portal.mails(whose, "reset")).isEmpty();
        }
    }

    @Test
    void aLink_isUsedOnce_livesHalfAnHour_andEndsTheOthersWhenItIsUsed() {
        portal.account(address);
        String first = portal.resetToken(address);
        world.clock(61);
        String second = portal.resetToken(address);
        firm.settled();
        world.clock(LIFE);
        assertThat(portal.reset(second, "short").status()).isEqualTo(422);
        assertThat(portal.reset(first, Portal.OTHER).code()).isEqualTo("link-expired");
        world.clock(LIFE + 62);
        assertThat(portal.reset(second, Portal.OTHER).code()).isEqualTo("link-expired");
        String third = portal.resetToken(address);
        world.clock(LIFE + 124);
        String fourth = portal.resetToken(address);
        assertThat(portal.reset(third, Portal.OTHER).status()).isEqualTo(204);
        assertThat(portal.reset(third, Portal.PASSWORD).code()).isEqualTo("link-used");
        assertThat(portal.reset(fourth, Portal.PASSWORD).code()).isEqualTo("link-superseded");
        String guessed = second.substring(0, second.length() - 43) + "A".repeat(43);
        assertThat(portal.reset(guessed, Portal.OTHER).status()).isEqualTo(404);
        assertThat(portal.reset("x".repeat(60), Portal.OTHER).status()).isEqualTo(404);
    }

    @Test
    @Tag("crowd")
    void ofTwentyUsesAtOnce_oneCounts() {
        portal.account(address);
        String token = portal.resetToken(address);
        List<Answer> answers = Race.of(20, runner -> portal.reset(token, "heron number " + runner + " sleeps"));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204).containsOnly(204, 410);
        firm.settled();
        assertThat(portal.mails(address, "password-reset")).hasSize(1);
    }

    @Test
    void aReset_clearsTheLockOfThePassword_andKillsEveryOpenLink() {
        portal.account(address);
        String token = portal.resetToken(address);
        for (int i = 0; i < 10; i++) {
            portal.logIn(address, "wrong");
        }
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(429);
        assertThat(portal.reset(token, Portal.OTHER).status()).isEqualTo(204);
        assertThat(portal.logIn(address, Portal.OTHER).status()).isEqualTo(200);
    }

    @Test
    void aChangedPassword_killsAnOpenLink() {
        Answer session = portal.account(address);
        String token = portal.resetToken(address);
        assertThat(portal.change(session, Portal.PASSWORD, Portal.OTHER).status())
                .isEqualTo(204);
        assertThat(portal.reset(token, Portal.PASSWORD).code()).isEqualTo("link-expired");
    }

    @Test
    void aLink_diesWithTheStandingOfItsAddress_andWithTheAccountsDeactivation() {
        portal.account(address);
        String token = portal.resetToken(address);
        firm.contact("c1", 2, TestFirm.address());
        assertThat(portal.reset(token, Portal.OTHER).code()).isEqualTo("link-expired");
        firm.contact("c1", 3, address);
        assertThat(portal.reset(token, Portal.OTHER).code()).isEqualTo("link-expired");
        world.clock(61);
        String later = portal.resetToken(address);
        firm.deactivated(address);
        assertThat(portal.reset(later, Portal.OTHER).code()).isEqualTo("link-expired");
    }

    @Test
    void aFirmWithoutLogin_saysSoToEveryTokenAndAddress() {
        portal.account(address);
        String token = portal.resetToken(address);
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(portal.reset(token, Portal.OTHER).code()).isEqualTo("login-off");
        assertThat(portal.reset(token.substring(0, token.length() - 3) + "AAA", Portal.OTHER)
                        .code())
                .isEqualTo("login-off");
        assertThat(portal.forgotten(address).code()).isEqualTo("login-off");
        assertThat(portal.forgotten(TestFirm.address()).code()).isEqualTo("login-off");
        firm.accessMode("MAGIC_LINK_AND_LOGIN");
        assertThat(portal.reset(token, Portal.OTHER).status()).isEqualTo(204);
    }
}
