package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModeSwitchTest {

    private static final String LINKS_ONLY = "MAGIC_LINK_ONLY";
    private static final String LOGIN = "MAGIC_LINK_AND_LOGIN";
    private static final String SECOND_FACTOR = "MAGIC_LINK_AND_LOGIN_2FA";

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);

    @Test
    void linksOnly_endsLogins_forGood_andKeepsAccountsAndPasswords() {
        Answer session = portal.account(email);
        Answer link = firm.redeem(firm.signInMail(email).token(), TestFirm.device());
        firm.accessMode(LINKS_ONLY);
        assertEnded(session);
        assertThat(firm.me(link).text("/accessMode")).isEqualTo(LINKS_ONLY);
        firm.accessMode(LOGIN);
        assertEnded(session);
        assertThat(portal.logIn(email, Portal.PASSWORD).text("/status")).isEqualTo("SIGNED_IN");
        assertThat(firm.me(link).status()).isEqualTo(200);
    }

    @Test
    void aLoginThatWaitedForItsCode_isOver_alsoWhenTheFirmGoesBack() {
        var owner = codes.enrolled(email);
        String challenge = codes.challenge(email);
        firm.accessMode(LINKS_ONLY);
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
        firm.accessMode(LOGIN);
        assertThat(codes.verify(challenge, owner.app().code()).code()).isEqualTo("invalid-token");
        assertThat(codes.recover(challenge, owner.recoveryCodes().getFirst()).code())
                .isEqualTo("invalid-token");
        assertThat(codes.verify(codes.challenge(email), owner.app().code()).status())
                .isEqualTo(200);
    }

    @Test
    void anAppThatWaitsForItsFirstCode_isNeverConfirmed_byALoginThatIsOver() {
        firm.accessMode(SECOND_FACTOR);
        String challenge =
                portal.setUp(portal.readySetUpToken(email), Portal.PASSWORD).text("/challenge");
        App app = App.of(world, codes.enroll(challenge)).settled();
        firm.accessMode(LINKS_ONLY);
        assertThat(codes.verify(challenge, app.code()).code()).isEqualTo("invalid-token");
        assertThat(codes.enroll(challenge).code()).isEqualTo("invalid-token");
        firm.accessMode(SECOND_FACTOR);
        assertThat(codes.verify(challenge, app.code()).code()).isEqualTo("invalid-token");
        assertThat(portal.logIn(email, Portal.PASSWORD).text("/status")).isEqualTo("ENROLMENT_REQUIRED");
    }

    @Test
    void anAppBegunByASession_isNeverConfirmed_onceThatIsOver() {
        Answer session = portal.account(email);
        App app = App.of(world, codes.enroll(SecondFactor.access(session), Portal.PASSWORD, null))
                .settled();
        firm.accessMode(LINKS_ONLY);
        firm.accessMode(LOGIN);
        assertThat(codes.verify(SecondFactor.access(session), app.code()).status())
                .isEqualTo(401);
        Answer next = portal.logIn(email, Portal.PASSWORD);
        assertThat(codes.verify(SecondFactor.access(next), app.code()).code()).isEqualTo("no-enrolment-pending");
    }

    @Test
    void theDemandForASecondFactor_leavesALoginNothingButSettingOneUp_andGoingBackLeavesItAllAgain() {
        Answer session = portal.account(email);
        firm.accessMode(SECOND_FACTOR);
        assertThat(firm.me(session).code()).isEqualTo("enrolment-required");
        assertThat(portal.sessions(session, "").code()).isEqualTo("enrolment-required");
        assertThat(portal.change(session, Portal.PASSWORD, Portal.OTHER).code()).isEqualTo("enrolment-required");
        Answer refreshed = firm.refresh(session.text("/refreshToken"));
        assertThat(refreshed.status()).isEqualTo(200);
        firm.accessMode(LOGIN);
        assertThat(firm.me(refreshed).status()).isEqualTo(200);
        firm.accessMode(SECOND_FACTOR);
        App app = App.of(world, codes.enroll(SecondFactor.access(refreshed), Portal.PASSWORD, null))
                .settled();
        Answer confirmed = codes.verify(SecondFactor.access(refreshed), app.code());
        assertThat(firm.me(confirmed).text("/acr")).isEqualTo("aal2");
        assertEnded(refreshed);
    }

    @Test
    void theDemandForASecondFactor_endsSessionsOfSignInLinks_forGood() {
        String device = TestFirm.device();
        Mail mail = firm.signInMail(email);
        Answer link = firm.redeem(mail.token(), device);
        Answer request = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        firm.accessMode(SECOND_FACTOR);
        assertEnded(link);
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("enrolment-required");
        assertThat(firm.me(request).status()).isEqualTo(200);
        firm.accessMode(LOGIN);
        assertEnded(link);
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-used");
    }

    @Test
    void whoeverEnrolled_isAskedForACode_inEveryModeThatFollows() {
        firm.accessMode(SECOND_FACTOR);
        var owner = codes.enrolledUnderDemand(email);
        firm.accessMode(LOGIN);
        assertThat(portal.logIn(email, Portal.PASSWORD).text("/status")).isEqualTo("TOTP_REQUIRED");
        assertThat(firm.me(owner.session()).status()).isEqualTo(200);
        firm.accessMode(LINKS_ONLY);
        assertThat(firm.redeem(firm.signInMail(email).token(), TestFirm.device())
                        .text("/status"))
                .isEqualTo("TOTP_REQUIRED");
    }

    @Test
    void tokensOfMails_outliveLinksOnly() {
        String setUp = portal.readySetUpToken(email);
        firm.accessMode(LINKS_ONLY);
        assertThat(portal.setUp(setUp, Portal.PASSWORD).code()).isEqualTo("login-off");
        firm.accessMode(LOGIN);
        assertThat(portal.setUp(setUp, Portal.PASSWORD).status()).isEqualTo(201);
        String reset = portal.resetToken(email);
        firm.accessMode(LINKS_ONLY);
        assertThat(portal.reset(reset, Portal.OTHER).code()).isEqualTo("login-off");
        firm.accessMode(LOGIN);
        assertThat(portal.reset(reset, Portal.OTHER).status()).isEqualTo(204);
    }

    @Test
    void theTokenNamesTheVersionOfTheSettingsItWasIssuedUnder() {
        Answer before = portal.account(email);
        firm.accessMode(SECOND_FACTOR);
        firm.accessMode(LOGIN);
        Answer after = portal.logIn(email, Portal.PASSWORD);
        assertThat(version(before)).isZero();
        assertThat(version(after)).isEqualTo(2);
    }

    private static long version(Answer session) {
        return com.auth0
                .jwt
                .JWT
                .decode(SecondFactor.access(session))
                .getClaim("mode_v")
                .asLong();
    }

    private void assertEnded(Answer session) {
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
    }
}
