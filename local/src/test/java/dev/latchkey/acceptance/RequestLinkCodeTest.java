package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A firm that wants a code for request links too. */
class RequestLinkCodeTest {

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final String other = TestFirm.address();
    private final TestFirm firm =
            world.firm().contact("c1", 1, email).contact("o1", 1, email).contact("c2", 1, other);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Administrator administrator = new Administrator(firm);
    private final Owner owner = codes.enrolled(email);

    @BeforeEach
    void demanded() {
        demand(true);
    }

    @Test
    void linkAndCode_reachTheOneRequestOfTheOneContact() {
        Answer asked = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        assertThat(asked.text("/status")).isEqualTo("TOTP_REQUIRED");
        Answer session = codes.verify(asked.text("/challenge"), owner.app().code());
        assertThat(session.text("/session/scope")).isEqualTo("request:r1");
        assertThat(session.body().at("/session/amr").toString()).isEqualTo("[\"email\",\"otp\"]");
        assertThat(session.text("/session/acr")).isEqualTo("aal2");
        var token = JWT.decode(SecondFactor.access(session));
        assertThat(token.getClaim("req").asString()).isEqualTo("r1");
        assertThat(token.getClaim("contacts").isMissing()).isTrue();
        Answer me = firm.me(session);
        assertThat(me.body().path("contacts")).hasSize(1);
        assertThat(me.text("/contacts/0/id")).isEqualTo("c1");
        assertThat(firm.refresh(session.text("/refreshToken")).text("/session/scope"))
                .isEqualTo("request:r1");
        assertThat(new Portal(firm).sessions(session, "").code()).isEqualTo("insufficient-scope");
    }

    @Test
    void aLinkOfSomebodyWithoutAnApp_isRefused_andNotClaimed() {
        Mail mail = firm.mailed("c2", "r1");
        assertThat(firm.redeem(mail.token(), TestFirm.device()).code()).isEqualTo("enrolment-required");
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), TestFirm.device())
                        .code())
                .isEqualTo("enrolment-required");
        assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("OPEN");
        demand(false);
        assertThat(firm.redeem(mail.token(), TestFirm.device()).status()).isEqualTo(200);
    }

    @Test
    void theDeviceThatComesBack_isAskedAgain_andKeepsItsSessionUntilTheCodeIsRight() {
        Mail mail = firm.mailed("c1", "r1");
        String device = TestFirm.device();
        Answer first = codes.verify(
                firm.redeem(mail.token(), device).text("/challenge"),
                owner.app().code());
        Answer again = firm.redeem(mail.token(), device);
        assertThat(again.text("/status")).isEqualTo("TOTP_REQUIRED");
        assertThat(firm.me(first).status()).isEqualTo(200);
        Answer second = codes.verify(again.text("/challenge"), owner.app().code(1));
        assertThat(second.status()).isEqualTo(200);
        assertThat(firm.me(second).status()).isEqualTo(200);
        assertThat(firm.me(first).status()).isEqualTo(401);
        assertThat(firm.redeem(mail.token(), TestFirm.device()).code()).isEqualTo("link-claimed");
    }

    @Test
    void theTypedCodeOfTheMail_leadsToTheAppsCodeToo() {
        Mail mail = firm.mailed("c1", "r1");
        Answer asked = firm.redeemCode(mail.linkId(), mail.code(), TestFirm.device());
        assertThat(asked.text("/status")).isEqualTo("TOTP_REQUIRED");
        assertThat(codes.recover(asked.text("/challenge"), owner.recoveryCodes().getFirst())
                        .text("/session/scope"))
                .isEqualTo("request:r1");
    }

    @Test
    void ofTwoCodesForOneDevice_theOneThatComesFirstCounts() {
        Mail mail = firm.mailed("c1", "r1");
        String device = TestFirm.device();
        String one = firm.redeem(mail.token(), device).text("/challenge");
        String two = firm.redeem(mail.token(), device).text("/challenge");
        Answer in = codes.verify(two, owner.app().code());
        assertThat(in.status()).isEqualTo(200);
        assertThat(codes.verify(one, owner.app().code(1)).code()).isEqualTo("invalid-token");
        assertThat(firm.me(in).status()).isEqualTo(200);
        String three = firm.redeem(mail.token(), device).text("/challenge");
        assertThat(codes.verify(three, owner.app().code(1)).status()).isEqualTo(200);
    }

    @Test
    void aLaterLinkThatIsClaimed_endsTheSessionOfTheEarlier_andItsHalfFinishedWayIn() {
        Mail earlier = firm.mailed("c1", "r1");
        String device = TestFirm.device();
        Answer session = codes.verify(
                firm.redeem(earlier.token(), device).text("/challenge"),
                owner.app().code());
        String half = firm.redeem(earlier.token(), device).text("/challenge");
        Mail later = firm.mailed("c1", "r1");
        Answer asked = firm.redeem(later.token(), TestFirm.device());
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(codes.verify(half, owner.app().code(1)).code()).isEqualTo("invalid-token");
        assertThat(codes.verify(asked.text("/challenge"), owner.app().code(1)).status())
                .isEqualTo(200);
        assertThat(firm.redeem(earlier.token(), device).code()).isEqualTo("link-superseded");
    }

    @Test
    void theDemand_stopsLinkSessionsWithoutACode_forGood_andNotTheirDevices() {
        demand(false);
        Mail mail = firm.mailed("c1", "r1");
        String device = TestFirm.device();
        Answer session = firm.redeem(mail.token(), device);
        assertThat(firm.me(session).status()).isEqualTo(200);
        demand(true);
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(session.text("/refreshToken")).status()).isEqualTo(401);
        demand(false);
        assertThat(firm.me(session).status()).isEqualTo(401);
        Answer back = firm.redeem(mail.token(), device);
        assertThat(firm.me(back).status()).isEqualTo(200);
        assertThat(back.text("/session/id")).isNotEqualTo(session.text("/session/id"));
    }

    @Test
    void onceTheDemandIsOff_theDeviceComesInByItsLink_andNotToWhatACodeOpened() {
        Mail mail = firm.mailed("c1", "r1");
        String device = TestFirm.device();
        Answer proven = codes.verify(
                firm.redeem(mail.token(), device).text("/challenge"),
                owner.app().code());
        demand(false);
        assertThat(firm.me(proven).status()).isEqualTo(200);
        Answer back = firm.redeem(mail.token(), device);
        assertThat(back.text("/session/acr")).isEqualTo("aal1");
        assertThat(back.text("/session/id")).isNotEqualTo(proven.text("/session/id"));
        assertThat(firm.me(proven).status()).isEqualTo(401);
        demand(true);
        assertThat(firm.me(back).status()).isEqualTo(401);
        String again = firm.redeem(mail.token(), device).text("/challenge");
        assertThat(codes.verify(again, owner.app().code(1)).status()).isEqualTo(200);
    }

    @Test
    void theDemandCountsInTheModeWithASecondFactorOnly() {
        for (String mode : new String[] {"MAGIC_LINK_ONLY", "MAGIC_LINK_AND_LOGIN"}) {
            administrator.choose(Map.of("accessMode", mode));
            assertThat(administrator.read().body().path("linksNeedSecondFactor").booleanValue())
                    .isTrue();
            Answer session = firm.redeem(firm.mailed("c1", "r-" + mode).token(), TestFirm.device());
            assertThat(session.text("/session/acr")).isEqualTo("aal1");
        }
    }

    @Test
    void resettingTheAppOrThePassword_endsWhatACodeOpened_andTheDeviceStays() {
        Mail mail = firm.mailed("c1", "r1");
        String device = TestFirm.device();
        Answer session = codes.verify(
                firm.redeem(mail.token(), device).text("/challenge"),
                owner.app().code());
        String half = firm.redeem(mail.token(), device).text("/challenge");
        Portal portal = new Portal(firm);
        assertThat(portal.reset(portal.resetToken(email), Portal.OTHER).status())
                .isEqualTo(204);
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(codes.verify(half, owner.app().code(1)).code()).isEqualTo("invalid-token");
        String again = firm.redeem(mail.token(), device).text("/challenge");
        Answer second = codes.verify(again, owner.app().code(1));
        assertThat(firm.me(second).status()).isEqualTo(200);
        new Staff(firm).reset("c1", null);
        assertThat(firm.me(second).status()).isEqualTo(401);
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("enrolment-required");
    }

    @Test
    void theAddressLeavingTheContact_endsItThoughItStandsOnAnother() {
        Mail mail = firm.mailed("c1", "r1");
        String device = TestFirm.device();
        Answer session = codes.verify(
                firm.redeem(mail.token(), device).text("/challenge"),
                owner.app().code());
        String half = firm.redeem(mail.token(), device).text("/challenge");
        firm.contact("c1", 2, TestFirm.address());
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(codes.verify(half, owner.app().code(1)).code()).isEqualTo("invalid-token");
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-expired");
    }

    private void demand(boolean links) {
        administrator.choose(Map.of("accessMode", "MAGIC_LINK_AND_LOGIN_2FA", "linksNeedSecondFactor", links));
    }
}
