package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an authenticator app is set up, replaced and taken away. */
class EnrolTotpTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm("Test & Co", "BUSINESS").contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);

    @Test
    void aFreshPassword_leadsToASecret_whoseFirstCodeTurnsItOn_andShowsTenCodes() {
        Answer session = portal.account(address);
        Answer start = codes.enroll(access(session), Portal.PASSWORD, null);
        assertThat(start.status()).as(start.text()).isEqualTo(200);
        assertThat(start.text("/secret")).matches("[A-Z2-7]{32}");
        assertThat(start.text("/otpauthUri"))
                .startsWith("otpauth://totp/Test%20%26%20Co:")
                .contains("secret=" + start.text("/secret"));
        assertThat(start.text("/qrSvg")).startsWith("<svg ");
        assertThat(Instant.parse(start.text("/expiresAt"))).isAfter(Instant.now());
        assertThat(firm.me(session).body().path("totpEnrolled").asBoolean()).isFalse();

        Answer confirmed = codes.verify(access(session), App.of(world, start).code());
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(SecondFactor.recoveryCodes(confirmed))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(confirmed.body().path("session").path("amr").toString()).isEqualTo("[\"email\",\"pwd\",\"otp\"]");
        assertThat(confirmed.text("/session/acr")).isEqualTo("aal2");
        assertThat(confirmed.text("/session/id")).isNotEqualTo(session.text("/session/id"));
        assertThat(confirmed.body().path("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(firm.me(confirmed).body().path("totpEnrolled").asBoolean()).isTrue();
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(firm.refresh(session.text("/refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void aWrongPassword_startsNothing_andCounts() {
        Answer session = portal.account(address);
        assertThat(codes.enroll(access(session), "wrong", null).code()).isEqualTo("invalid-credentials");
        assertThat(codes.verify(access(session), "123456").code()).isEqualTo("no-enrolment-pending");
    }

    @Test
    void aSecondStart_takesThePlaceOfTheFirst() {
        Answer session = portal.account(address);
        App first = App.of(world, codes.enroll(access(session), Portal.PASSWORD, null));
        App second = App.of(world, codes.enroll(access(session), Portal.PASSWORD, null));
        assertThat(codes.verify(access(session), first.code()).code()).isEqualTo("invalid-code");
        assertThat(codes.verify(access(session), second.code()).status()).isEqualTo(200);
    }

    @Test
    void afterTenMinutes_aStartIsOver_toTheMillisecond() {
        Answer session = portal.account(address);
        Answer start = codes.enroll(access(session), Portal.PASSWORD, null);
        Instant end = Instant.parse(start.text("/expiresAt"));
        App app = App.of(world, start);
        world.clockAt(end.minusSeconds(40));
        Answer refreshed = firm.refresh(session.text("/refreshToken"));
        world.clockAt(end);
        assertThat(codes.verify(access(refreshed), app.code()).code()).isEqualTo("no-enrolment-pending");
        world.clockAt(end.minusSeconds(30));
        assertThat(codes.verify(access(refreshed), app.code()).status()).isEqualTo(200);
    }

    @Test
    void theConfirmingCode_isSpent() {
        Owner owner = codes.enrolled(address);
        assertThat(codes.verify(codes.challenge(address), owner.app().code(-1)).code())
                .isEqualTo("invalid-code");
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .isEqualTo(200);
    }

    @Test
    void anotherLogin_cannotConfirm_whatASessionBegan() {
        Answer session = portal.account(address);
        Answer other = portal.logIn(address, Portal.PASSWORD);
        App app = App.of(world, codes.enroll(access(session), Portal.PASSWORD, null));
        assertThat(codes.verify(access(other), app.code()).code()).isEqualTo("no-enrolment-pending");
    }

    @Test
    void inTwoFactorMode_settingUpAnAccount_leadsToEnrolment_andNowhereElse() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        Answer setUp = portal.setUp(portal.readySetUpToken(address), Portal.PASSWORD);
        assertThat(setUp.text("/status")).isEqualTo("ENROLMENT_REQUIRED");
        String challenge = setUp.text("/challenge");
        assertThat(codes.recover(challenge, "0000-0000-0000-0000").code()).isEqualTo("invalid-token");
        assertThat(firm.me(challenge).code()).isEqualTo("invalid-token");
        assertThat(codes.verify(challenge, "123456").code()).isEqualTo("no-enrolment-pending");

        Answer start = codes.enroll(challenge);
        assertThat(start.status()).as(start.text()).isEqualTo(200);
        Answer in = codes.verify(challenge, App.of(world, start).code());
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.body().path("session").path("amr").toString()).isEqualTo("[\"email\",\"pwd\",\"otp\"]");
        assertThat(codes.verify(challenge, App.of(world, start).code(1)).code()).isEqualTo("invalid-token");
        assertThat(codes.enroll(challenge).code()).isEqualTo("invalid-token");
    }

    @Test
    void replacingAnApp_needsItsCode_andEndsTheOldOne() {
        Owner owner = codes.enrolled(address);
        Answer session = owner.session();
        assertThat(codes.enroll(access(session), Portal.PASSWORD, null).code()).isEqualTo("invalid-code");
        assertThat(codes.enroll(access(session), Portal.PASSWORD, owner.app().wrong())
                        .code())
                .isEqualTo("invalid-code");
        Answer start =
                codes.enroll(access(session), Portal.PASSWORD, owner.app().code());
        assertThat(start.status()).as(start.text()).isEqualTo(200);
        assertThat(codes.verify(codes.challenge(address), owner.app().code(1)).status())
                .isEqualTo(200);

        App next = App.of(world, start);
        Answer replaced = codes.verify(access(session), next.code());
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        world.clock(60);
        String challenge = codes.challenge(address);
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-code");
        assertThat(codes.recover(challenge, owner.recoveryCodes().getFirst()).code())
                .isEqualTo("invalid-code");
        assertThat(codes.verify(challenge, next.code()).status()).isEqualTo(200);
    }

    @Test
    void removingIt_needsPasswordAndCode_andEndsAllOtherSessions() {
        Owner owner = codes.enrolled(address);
        Answer other = codes.verify(codes.challenge(address), owner.app().code());
        Answer session = owner.session();
        assertThat(codes.remove(session, "wrong", owner.app().code(1)).code()).isEqualTo("invalid-credentials");
        assertThat(codes.remove(session, Portal.PASSWORD, owner.app().code()).code())
                .as("spent")
                .isEqualTo("invalid-code");
        assertThat(codes.remove(session, Portal.PASSWORD, owner.app().code(1)).status())
                .isEqualTo(204);
        assertThat(firm.me(session).body().path("totpEnrolled").asBoolean()).isFalse();
        assertThat(firm.me(other).status()).isEqualTo(401);
        assertThat(portal.logIn(address, Portal.PASSWORD).text("/status")).isEqualTo("SIGNED_IN");
        assertThat(codes.remove(session, Portal.PASSWORD, "123456").code()).isEqualTo("not-enrolled");
    }

    @Test
    void aFirmThatDemandsIt_hasRemovalRefused() {
        Owner owner = codes.enrolled(address);
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        Answer refused =
                codes.remove(owner.session(), Portal.PASSWORD, owner.app().code());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("totp-required-by-firm");
        assertThat(firm.me(owner.session()).body().path("totpEnrolled").asBoolean())
                .isTrue();
    }

    @Test
    void aSessionWhoseAppIsGone_mayOnlyEnrol_onceTheFirmDemandsOne() {
        Owner owner = codes.enrolled(address);
        codes.remove(owner.session(), Portal.PASSWORD, owner.app().code());
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        assertThat(firm.me(owner.session()).code()).isEqualTo("enrolment-required");
        App next = App.of(world, codes.enroll(access(owner.session()), Portal.PASSWORD, null));
        assertThat(firm.me(codes.verify(access(owner.session()), next.code())).status())
                .isEqualTo(200);
    }

    @Test
    void whoeverCameByALink_setsUpNothing() {
        portal.account(address);
        Answer link = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        for (Answer refused : List.of(
                codes.enroll(access(link), Portal.PASSWORD, null),
                codes.verify(access(link), "123456"),
                codes.renewCodes(link, "123456"),
                codes.remove(link, Portal.PASSWORD, "123456"))) {
            assertThat(refused.code()).as(refused.text()).isEqualTo("insufficient-scope");
        }
    }
}
