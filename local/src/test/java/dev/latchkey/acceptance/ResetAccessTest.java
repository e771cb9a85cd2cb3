package dev.latchkey.acceptance;

import static dev.latchkey.acceptance.SecondFactor.access;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.acceptance.SecondFactor.Owner;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Staff take a second factor away. */
class ResetAccessTest {

    private final World world = World.impatient();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address).contact("o1", 1, address);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);
    private final Owner owner = codes.enrolled(address);

    @Test
    void aReset_endsAllThatLetIn_andKeepsThePassword() {
        Answer other = codes.verify(codes.challenge(address), owner.app().code());
        String challenge = codes.challenge(address);
        String temporary = staff.temporaryCode("c1").text("/code");
        Answer link = portal.logIn(address, Portal.PASSWORD);
        assertThat(link.status()).isEqualTo(200);

        Answer reset = staff.reset("c1", null);
        assertThat(reset.status()).as(reset.text()).isEqualTo(200);
        assertThat(reset.body().path("sessionsEnded").asInt()).isEqualTo(2);
        assertThat(reset.body().path("affectedContacts").toString())
                .isEqualTo(
                        "[{\"contactId\":\"c1\",\"name\":\"Client c1\"},{\"contactId\":\"o1\",\"name\":\"Client o1\"}]");

        assertThat(firm.me(owner.session()).status()).isEqualTo(401);
        assertThat(firm.me(other).status()).isEqualTo(401);
        assertThat(firm.refresh(other.text("/refreshToken")).status()).isEqualTo(401);
        assertThat(codes.verify(challenge, owner.app().code(1)).code()).isEqualTo("invalid-token");
        assertThat(codes.recover(challenge, owner.recoveryCodes().getFirst()).code())
                .isEqualTo("invalid-token");
        assertThat(codes.recover(challenge, temporary).code()).isEqualTo("invalid-token");

        Answer next = portal.logIn(address, Portal.PASSWORD);
        assertThat(next.text("/status")).isEqualTo("SIGNED_IN");
        assertThat(next.body().path("enrolmentSuggested").asBoolean()).isTrue();
        assertThat(firm.me(next).body().path("totpEnrolled").asBoolean()).isFalse();
    }

    @Test
    void inTwoFactorMode_theNextLogin_canDoNothingButEnrol() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        staff.reset("c1", null);
        Answer next = portal.logIn(address, Portal.PASSWORD);
        assertThat(next.text("/status")).isEqualTo("ENROLMENT_REQUIRED");
        App app = App.of(world, codes.enroll(next.text("/challenge")));
        Answer in = codes.verify(next.text("/challenge"), app.code());
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.body().has("enrolmentSuggested")).isFalse();
    }

    @Test
    void aPendingEnrolment_endsWithIt_alsoWithinALogin() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        staff.reset("c1", null);
        String challenge = codes.challenge(address);
        App app = App.of(world, codes.enroll(challenge));
        staff.reset("o1", null);
        assertThat(codes.verify(challenge, app.code()).code()).isEqualTo("invalid-token");
    }

    @Test
    void whileACodeIsBeingJudged_aReset_hasItRefused() throws Exception {
        String challenge = codes.challenge(address);
        String code = owner.app().code();
        Answer judged = whileJudged(challenge, code, () -> staff.reset("c1", null));
        assertThat(judged.code()).as(judged.text()).isEqualTo("invalid-token");
        assertThat(codes.verify(challenge, code).code()).isEqualTo("invalid-token");
    }

    @Test
    void whileACodeIsBeingJudged_anUnlock_takesNothingFromIt() throws Exception {
        Answer judged = whileJudged(codes.challenge(address), owner.app().code(), () -> staff.unlock("c1"));
        assertThat(judged.status()).as(judged.text()).isEqualTo(200);
    }

    /** What a code leads to whose judgement waits for KMS while staff do something. */
    private Answer whileJudged(String challenge, String code, Supplier<Answer> repair) throws InterruptedException {
        int before = decryptions();
        world.fault("kms", "Decrypt", "HANG", 1, "before");
        Answer[] answer = new Answer[1];
        Thread judged = Thread.ofVirtual().start(() -> answer[0] = codes.verify(challenge, code));
        await().pollInterval(Duration.ofMillis(20)).until(() -> decryptions() > before);
        assertThat(repair.get().status()).isEqualTo(200);
        judged.join();
        return answer[0];
    }

    private int decryptions() {
        return world.calls().path("kms").path("Decrypt").asInt();
    }

    @Test
    void aRepeat_isHarmless_mailsOnce_andTheTrailSaysSo() {
        firm.settled();
        Answer first = staff.reset("c1", null);
        Answer second = staff.reset("c1", null);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("sessionsEnded").asInt()).isZero();
        assertThat(second.body().path("affectedContacts"))
                .isEqualTo(first.body().path("affectedContacts"));
        String table = firm.table();
        assertThat(portal.mails(address, "totp-reset")).hasSize(1);
        assertThat(table).contains("none", Staff.REASON);
        assertThat(AuditRows.types(world, firm))
                .filteredOn("totp.reset"::equals)
                .hasSize(2);
    }

    @Test
    void theSameKey_isAnsweredTheSame_andDoesNothingTwice() {
        Answer first = staff.reset("c1", null, "Idempotency-Key", "k1");
        Answer again = portal.logIn(address, Portal.PASSWORD);
        Answer second = staff.reset("c1", null, "Idempotency-Key", "k1");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(firm.me(again).status()).isEqualTo(200);
        assertThat(staff.reset("o1", null, "Idempotency-Key", "k1").code()).isEqualTo("idempotency-key-reused");
        assertThat(staff.unlock("c1", "Idempotency-Key", "k1").code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void itNeedsTheRole_aReason_andAnAccountOfThisFirm() {
        assertThat(staff.repairAs(firm.staff("portal:read"), "c1", "reset", null, Staff.REASON)
                        .code())
                .isEqualTo("forbidden");
        assertThat(staff.repair("c1", "reset", null, null).status()).isEqualTo(400);
        assertThat(staff.repair("c1", "reset", null, "no").status()).isEqualTo(400);
        assertThat(staff.repair("c1", "reset", "other@example.com", Staff.REASON)
                        .code())
                .isEqualTo("no-address");
        assertThat(staff.reset("c9", null).code()).isEqualTo("not-found");
        TestFirm stranger = world.firm();
        assertThat(staff.repairAs(stranger.staff("portal:admin"), "c1", "reset", null, Staff.REASON)
                        .code())
                .isEqualTo("not-found");
        firm.contact("c2", 1, TestFirm.address());
        assertThat(staff.reset("c2", null).code()).isEqualTo("no-account");
        assertThat(staff.repairAs("Bearer " + access(owner.session()), "c1", "reset", null, Staff.REASON)
                        .status())
                .isEqualTo(401);
        assertThat(firm.me(owner.session()).status()).isEqualTo(200);
    }

    @Test
    void aContactWithSeveralAccounts_hasToSayWhich() {
        String second = TestFirm.address();
        firm.contact("c1", 2, address, second);
        assertThat(staff.reset("c1", null).status()).as("one account only").isEqualTo(200);
        portal.account(second);
        assertThat(staff.reset("c1", null).code()).isEqualTo("email-required");
        assertThat(staff.reset("c1", second).status()).isEqualTo(200);
    }

    @Test
    void theTwinInAnotherFirm_isUntouched() {
        TestFirm twin = world.firm().contact("c1", 1, address);
        SecondFactor twinCodes = new SecondFactor(twin);
        Owner twinOwner = twinCodes.enrolled(address);
        staff.reset("c1", null);
        assertThat(twin.me(twinOwner.session()).status()).isEqualTo(200);
        assertThat(twinCodes
                        .verify(twinCodes.challenge(address), twinOwner.app().code())
                        .status())
                .isEqualTo(200);
        assertThat(codes.verify(twinCodes.challenge(address), owner.app().code(1))
                        .code())
                .isEqualTo("invalid-code");
    }

    @Test
    void aLockOfCodes_goesWithTheApp() {
        for (int login = 0; login < 2; login++) {
            String challenge = codes.challenge(address);
            for (int guess = 0; guess < 5; guess++) {
                codes.verify(challenge, owner.app().wrong());
            }
        }
        staff.reset("c1", null);
        Owner again = enrolAgain();
        assertThat(codes.verify(codes.challenge(address), again.app().code()).status())
                .isEqualTo(200);
    }

    private Owner enrolAgain() {
        Answer session = portal.logIn(address, Portal.PASSWORD);
        App app = App.of(world, codes.enroll(access(session), Portal.PASSWORD, null))
                .settled();
        Answer confirmed = codes.verify(access(session), app.code(-1));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        return new Owner(address, app, List.of(), confirmed);
    }
}
