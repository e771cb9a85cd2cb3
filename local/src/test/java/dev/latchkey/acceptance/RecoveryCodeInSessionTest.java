package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client who is signed in has lost the phone, and kept the recovery codes. */
class RecoveryCodeInSessionTest {

    private static final String WRONG = "0000-0000-0000-0000";

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm("Test & Co", "BUSINESS").contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Owner owner = codes.enrolled(address);

    private String code(int place) {
        return owner.recoveryCodes().get(place);
    }

    private Answer enroll(String recoveryCode) {
        return codes.enrollByRecovery(access(owner.session()), Portal.PASSWORD, recoveryCode);
    }

    private Answer remove(String recoveryCode) {
        return codes.removeByRecovery(owner.session(), Portal.PASSWORD, recoveryCode);
    }

    private Answer renew(String recoveryCode) {
        return codes.renewByRecovery(owner.session(), recoveryCode);
    }

    private int left() {
        return firm.me(owner.session()).body().path("recoveryCodesLeft").asInt();
    }

    private static int attemptsLeft(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("invalid-code");
        return refused.body().path("attemptsLeft").asInt(-1);
    }

    private List<String> used() {
        firm.settled();
        return portal.mails(address, "recovery-code-used").stream()
                .map(mail -> mail.text().replace('\n', ' '))
                .toList();
    }

    @Test
    void aKeptCode_isEnoughToReplaceTheApp_andIsSpentByTheStart() {
        Answer start = enroll(code(0));
        assertThat(start.status()).as(start.text()).isEqualTo(200);
        assertThat(left()).isEqualTo(9);
        assertThat(attemptsLeft(enroll(code(0)))).isEqualTo(9);
        assertThat(codes.recover(codes.challenge(address), code(0)).code()).isEqualTo("invalid-code");
        assertThat(codes.verify(codes.challenge(address), owner.app().code()).status())
                .as("the earlier app is good until the next is confirmed")
                .isEqualTo(200);
        assertThat(used()).singleElement().asString().contains("to set up another app", " 9 recovery codes are left.");
        assertThat(AuditRows.of(firm, "recovery-code.used")).containsExactly(Map.of("left", "9", "for", "another-app"));

        Answer replaced =
                codes.verify(access(owner.session()), App.of(world, start).code());
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(replaced.body().path("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(codes.renewByRecovery(replaced, code(1)).code())
                .as("of the earlier app")
                .isEqualTo("invalid-code");
    }

    @Test
    void aKeptCode_makesTenOthers_andAllEarlierOnesAreWorthNothing() {
        Answer renewed = renew(code(0));
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        List<String> fresh = SecondFactor.recoveryCodes(renewed);
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(owner.recoveryCodes());
        assertThat(left()).isEqualTo(10);
        assertThat(attemptsLeft(renew(code(0)))).isEqualTo(9);
        assertThat(attemptsLeft(renew(code(1)))).isEqualTo(8);
        assertThat(enroll(fresh.getFirst()).status()).isEqualTo(200);
        assertThat(used()).hasSize(2).anyMatch(text -> text.contains("to make new recovery codes"));
        assertThat(portal.mails(address, "recovery-codes-regenerated")).hasSize(1);
        assertThat(AuditRows.of(firm, "recovery-code.used"))
                .containsExactly(Map.of("left", "10", "for", "new-codes"), Map.of("left", "9", "for", "another-app"));
        assertThat(AuditRows.of(firm, "recovery-codes.regenerated")).hasSize(1);
    }

    @Test
    void aKeptCode_removesTheApp_andEndsAllOtherSessions() {
        Answer other = codes.verify(codes.challenge(address), owner.app().code());
        assertThat(remove(code(0)).status()).isEqualTo(204);
        assertThat(firm.me(owner.session()).body().path("totpEnrolled").asBoolean())
                .isFalse();
        assertThat(firm.me(other).status()).isEqualTo(401);
        assertThat(remove(code(1)).code()).isEqualTo("not-enrolled");
        assertThat(used()).singleElement().asString().contains("to remove the app");
        assertThat(portal.mails(address, "totp-removed")).hasSize(1);
        assertThat(AuditRows.of(firm, "recovery-code.used")).containsExactly(Map.of("left", "0", "for", "removal"));
        assertThat(AuditRows.of(firm, "totp.removed")).hasSize(1);
    }

    @Test
    void aFirmThatDemandsAnApp_hasItReplaced_andItsCodesMadeAnew_butNotRemoved() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        Answer refused = remove(code(0));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("totp-required-by-firm");
        assertThat(left()).isEqualTo(10);
        Answer renewed = renew(code(0));
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(enroll(SecondFactor.recoveryCodes(renewed).getFirst()).status())
                .isEqualTo(200);
    }

    @Test
    void wrongOnes_countTogetherOnAllRoutes_andNeverAsCodesOfTheApp() {
        assertThat(attemptsLeft(enroll(WRONG))).isEqualTo(9);
        assertThat(attemptsLeft(renew(WRONG))).isEqualTo(8);
        assertThat(attemptsLeft(remove(WRONG))).isEqualTo(7);
        String challenge = codes.challenge(address);
        for (int guess = 0; guess < 4; guess++) {
            assertThat(codes.recover(challenge, WRONG).code()).isEqualTo("invalid-code");
        }
        assertThat(attemptsLeft(renew(WRONG))).isEqualTo(2);
        assertThat(attemptsLeft(enroll(WRONG))).isEqualTo(1);
        assertThat(attemptsLeft(remove(WRONG))).isZero();
        for (Answer locked : List.of(
                enroll(code(0)), renew(code(0)), remove(code(0)), codes.recover(codes.challenge(address), code(0)))) {
            assertThat(locked.status()).as(locked.text()).isEqualTo(429);
            assertThat(locked.code()).isEqualTo("too-many-attempts");
        }
        assertThat(codes.renewCodes(owner.session(), owner.app().code()).status())
                .as("the app's code is counted apart")
                .isEqualTo(200);
        world.clock(901);
        Answer later = codes.verify(codes.challenge(address), owner.app().code());
        assertThat(attemptsLeft(codes.renewByRecovery(later, WRONG)))
                .as("the count begins anew")
                .isEqualTo(9);
        assertThat(AuditRows.of(firm, "account.locked")).containsExactly(Map.of("step", "recovery"));
        firm.settled();
        assertThat(portal.mails(address, "wrong-codes")).hasSize(1);
    }

    @Test
    void whileTheAppsCodesAreLocked_aKeptCodeIsTaken_andLeavesThatLock() {
        for (int guess = 0; guess < 10; guess++) {
            codes.renewCodes(owner.session(), owner.app().wrong());
        }
        assertThat(codes.renewCodes(owner.session(), owner.app().code()).status())
                .isEqualTo(429);
        assertThat(enroll(code(0)).status()).isEqualTo(200);
        assertThat(codes.renewCodes(owner.session(), owner.app().code()).status())
                .isEqualTo(429);
        assertThat(remove(code(1)).status()).isEqualTo(204);
    }

    @Test
    void aRightOne_forgivesTheWrongOnesBeforeIt() {
        assertThat(attemptsLeft(renew(WRONG))).isEqualTo(9);
        assertThat(attemptsLeft(renew(WRONG))).isEqualTo(8);
        assertThat(enroll(code(0)).status()).isEqualTo(200);
        assertThat(attemptsLeft(renew(WRONG))).isEqualTo(9);
    }

    @Test
    void aWrongPassword_isJudgedBeforeAnyCode_andSpendsNone() {
        String bearer = access(owner.session());
        assertThat(codes.enrollByRecovery(bearer, "wrong", code(0)).code()).isEqualTo("invalid-credentials");
        assertThat(codes.removeByRecovery(owner.session(), "wrong", WRONG).code())
                .isEqualTo("invalid-credentials");
        assertThat(left()).isEqualTo(10);
        assertThat(attemptsLeft(remove(WRONG))).as("no try was taken").isEqualTo(9);
        assertThat(enroll(code(0)).status()).isEqualTo(200);
    }

    /** Twelve right passwords, each beside a wrong code. */
    @Test
    void aWrongCode_leavesThePasswordsCountAsItWas() {
        for (int guess = 0; guess < 6; guess++) {
            assertThat(enroll(WRONG).code()).isEqualTo("invalid-code");
            assertThat(codes.enroll(
                                    access(owner.session()),
                                    Portal.PASSWORD,
                                    owner.app().wrong())
                            .code())
                    .isEqualTo("invalid-code");
        }
        assertThat(remove(code(0)).status()).isEqualTo(204);
    }

    @Test
    void theCodeOfStaff_isForALoginOnly_andIsNotSpent() {
        String temporary = new Staff(firm).temporaryCode("c1").text("/code");
        assertThat(attemptsLeft(enroll(temporary))).isEqualTo(9);
        assertThat(attemptsLeft(renew(temporary))).isEqualTo(8);
        assertThat(attemptsLeft(remove(temporary))).isEqualTo(7);
        assertThat(codes.recover(codes.challenge(address), temporary).status()).isEqualTo(200);
    }

    @Test
    void whoeverHasNoApp_hasNothingThatACodeCouldStandInFor() {
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        Answer session = portal.account(other);
        Answer refused = codes.enrollByRecovery(access(session), Portal.PASSWORD, code(0));
        assertThat(attemptsLeft(refused)).as("not counted").isEqualTo(-1);
        assertThat(codes.renewByRecovery(session, code(0)).code()).isEqualTo("not-enrolled");
        assertThat(codes.removeByRecovery(session, Portal.PASSWORD, code(0)).code())
                .isEqualTo("not-enrolled");
        assertThat(codes.enroll(access(session), Portal.PASSWORD, null).status())
                .isEqualTo(200);
    }

    @Test
    void whoeverCameByALink_isRefused_andSpendsNothing() {
        Answer link = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        for (Answer refused : List.of(
                codes.enrollByRecovery(access(link), Portal.PASSWORD, code(0)),
                codes.renewByRecovery(link, code(0)),
                codes.removeByRecovery(link, Portal.PASSWORD, code(0)))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("insufficient-scope");
        }
        assertThat(left()).isEqualTo(10);
    }
}
