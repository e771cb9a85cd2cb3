package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(2)
class ChangePasswordTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void aChange_needsTheCurrentPassword_andEndsAllOtherSessions() {
        Answer own = portal.account(address);
        Answer other = portal.logIn(address, Portal.PASSWORD);
        Answer link = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        Answer device = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        assertThat(portal.change(own, "not it at all, sorry", Portal.OTHER).code())
                .isEqualTo("invalid-credentials");
        assertThat(firm.me(other).status()).isEqualTo(200);
        assertThat(portal.change(own, Portal.PASSWORD, Portal.OTHER).status()).isEqualTo(204);
        for (Answer session : List.of(other, link)) {
            assertThat(firm.me(session).code()).isEqualTo("invalid-token");
            assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
        }
        assertThat(firm.me(own).status()).isEqualTo(200);
        assertThat(firm.refresh(own.text("/refreshToken")).status()).isEqualTo(200);
        assertThat(firm.me(device).status()).isEqualTo(200);
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(401);
        assertThat(portal.logIn(address, Portal.OTHER).status()).isEqualTo(200);
    }

    @Test
    void wrongCurrentPasswords_countAsAtTheLogin_andASessionOfADeviceHasItsDevicesCount() {
        Answer session = portal.account(address);
        Answer known = portal.logInBy(TestFirm.device(), address, Portal.PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(portal.change(session, "wrong", Portal.OTHER).status()).isEqualTo(401);
            assertThat(portal.logIn(address, "wrong").status()).isEqualTo(401);
        }
        assertThat(portal.change(session, Portal.PASSWORD, Portal.OTHER).code()).isEqualTo("too-many-attempts");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(429);
        assertThat(portal.change(known, "wrong", Portal.OTHER).status()).isEqualTo(401);
        world.clock(15 * 60 + 1);
        assertThat(portal.change(portal.logIn(address, Portal.PASSWORD), Portal.PASSWORD, Portal.OTHER)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aBadNewPassword_isRefusedWithItsReason_andCostsNoTry() {
        Answer session = portal.account(address);
        for (int i = 0; i < 12; i++) {
            Answer refused = portal.change(session, "wrong", "short");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/reason")).isEqualTo("TOO_SHORT");
        }
        assertThat(portal.change(session, Portal.PASSWORD, Portal.OTHER).status())
                .isEqualTo(204);
    }

    @Test
    void aLinkSession_changesNoPassword() {
        portal.account(address);
        Answer link = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        assertThat(portal.change(link, Portal.PASSWORD, Portal.OTHER).code()).isEqualTo("insufficient-scope");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void ofTenChangesAtOnce_oneCounts() {
        Answer session = portal.account(address);
        List<Answer> answers =
                Race.of(8, runner -> portal.change(session, Portal.PASSWORD, "heron number " + runner + " sleeps"));
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204).containsOnly(204, 401);
        assertThat(firm.me(session).status()).isEqualTo(200);
        firm.settled();
        assertThat(portal.mails(address, "password-changed")).hasSize(1);
    }

    @Test
    @Tag("crowd")
    void aLoginWithTheOldPassword_thatIsUnderWayWhileItIsChanged_leadsNowhere() {
        Answer session = portal.account(address);
        List<Answer> answers = Race.of(
                8,
                runner -> runner == 0
                        ? portal.change(session, Portal.PASSWORD, Portal.OTHER)
                        : portal.logIn(address, Portal.PASSWORD));
        assertThat(answers.getFirst().status()).isEqualTo(204);
        answers.stream()
                .skip(1)
                .filter(answer -> answer.status() == 200)
                .forEach(answer -> assertThat(firm.me(answer).status()).isEqualTo(401));
    }
}
