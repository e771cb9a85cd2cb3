package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What staff see of one contact, in each of the states that it can come to. */
class PortalAccessTest {

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);

    @Test
    void aContactWithoutAccount_hasBlanks_andNoMoreThanItsName() {
        assertThat(staff.access("c1").text()).isEqualTo("""
                {"contactId":"c1","type":"PERSON","name":"Client c1","status":"NO_ACCOUNT","email":null,\
                "sharedWith":[],"sharedWithCount":0,"totp":{"enrolled":false,"since":null,"recoveryCodesLeft":0},"lastLogin":null,\
                "invitation":null,"undeliverable":false,"lockedUntil":null,"lastLink":null,\
                "directoryFaults":[]}""");
        firm.contact("c0", 1);
        assertThat(staff.access("c0").text())
                .contains("\"status\":\"NO_ACCOUNT\"")
                .contains("\"email\":null");
    }

    @Test
    void anInvitation_isSeenUntilItsEnd() {
        portal.invite("c1", null);
        Answer invited = staff.access("c1");
        assertThat(invited.text("/status")).isEqualTo("INVITED");
        assertThat(invited.body().path("email").isNull()).isTrue();
        assertThat(invited.text("/invitation/sentAt")).endsWith("Z");
        world.clock(30L * 24 * 3600 + 60);
        assertThat(staff.access("c1").text("/status")).isEqualTo("NO_ACCOUNT");
        assertThat(staff.access("c1").body().path("invitation").isNull()).isTrue();
    }

    @Test
    void anAccount_isActive_withItsLoginItsAppAndTheCodesThatAreLeft() {
        SecondFactor.Owner owner = codes.enrolled(email);
        codes.recover(codes.challenge(email), owner.recoveryCodes().getFirst());
        Answer access = staff.access("c1");
        assertThat(access.text("/status")).isEqualTo("ACTIVE");
        assertThat(access.text("/email")).isEqualTo(email);
        assertThat(access.body().at("/totp/enrolled").booleanValue()).isTrue();
        assertThat(access.body().at("/totp/recoveryCodesLeft").intValue()).isEqualTo(9);
        assertThat(access.body().at("/lastLogin/amr").toString()).isEqualTo("[\"pwd\",\"recovery\"]");
        assertThat(access.body().path("invitation").isNull()).isTrue();
    }

    @Test
    void theFirmsMode_saysWhatAnAccountIsGoodFor() {
        portal.account(email);
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(staff.access("c1").text("/status")).isEqualTo("LOGIN_OFF");
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        assertThat(staff.access("c1").text("/status")).isEqualTo("ENROLMENT_REQUIRED");
        firm.accessMode("MAGIC_LINK_AND_LOGIN");
        assertThat(staff.access("c1").text("/status")).isEqualTo("ACTIVE");
    }

    @Test
    void aLock_isSeenWithItsEnd_untilThatComesOrStaffUnlock() {
        portal.account(email);
        firm.guessed(email, 99);
        portal.logIn(email, "a password that is wrong");
        Answer locked = staff.access("c1");
        assertThat(locked.text("/status")).isEqualTo("LOCKED");
        assertThat(locked.text("/lockedUntil")).endsWith("Z");
        staff.unlock("c1");
        assertThat(staff.access("c1").text("/status")).isEqualTo("ACTIVE");
        assertThat(staff.access("c1").body().path("lockedUntil").isNull()).isTrue();
    }

    @Test
    void aLink_isSeenWhenItWasSent_andWhenADeviceClaimedIt() {
        Mail mail = firm.mailed("c1", "r1");
        Answer sent = staff.access("c1");
        assertThat(sent.text("/lastLink/requestId")).isEqualTo("r1");
        assertThat(sent.body().at("/lastLink/claimedAt").isNull()).isTrue();
        firm.redeem(mail.token(), TestFirm.device());
        assertThat(staff.access("c1").text("/lastLink/claimedAt")).endsWith("Z");
    }

    @Test
    void mailThatComesBack_isSeen_untilStaffHaveItSentAgain() {
        firm.bounced(firm.mailed("c1", "r1"));
        assertThat(staff.access("c1").body().path("undeliverable").booleanValue())
                .isTrue();
        staff.repair("c1", "resume-mail", null, null);
        assertThat(staff.access("c1").body().path("undeliverable").booleanValue())
                .isFalse();
    }

    @Test
    void anAccountOfASharedAddress_showsOnEachContact() {
        firm.contact("o1", 1, email);
        portal.account(email);
        for (List<String> pair : List.of(List.of("c1", "o1"), List.of("o1", "c1"))) {
            Answer access = staff.access(pair.getFirst());
            assertThat(access.text("/status")).isEqualTo("ACTIVE");
            assertThat(access.text("/email")).isEqualTo(email);
            assertThat(access.body().path("sharedWith")).hasSize(1);
            assertThat(access.text("/sharedWith/0/contactId")).isEqualTo(pair.getLast());
        }
        codes.enroll(portal.logIn(email, Portal.PASSWORD).text("/accessToken"), Portal.PASSWORD, null);
        assertThat(staff.reset("o1", null).body().path("affectedContacts")).hasSize(2);
    }

    @Test
    void anAccountWhoseAddressLeft_isAMismatch_onTheContactThatItLeft_andStaysOnTheOther() {
        firm.contact("o1", 1, email);
        portal.account(email);
        firm.contact("c1", 2, TestFirm.address());
        Answer left = staff.access("c1");
        assertThat(left.text("/status")).isEqualTo("EMAIL_MISMATCH");
        assertThat(left.text("/email")).isEqualTo(email);
        assertThat(left.text("/sharedWith/0/contactId")).isEqualTo("o1");
        assertThat(staff.access("o1").text("/status")).isEqualTo("ACTIVE");
        assertThat(staff.access("o1").body().path("sharedWith")).isEmpty();
        assertThat(staff.unlock("c1").code()).isEqualTo("no-account");
        firm.contact("c1", 3, email);
        assertThat(staff.access("c1").text("/status")).isEqualTo("ACTIVE");
    }

    @Test
    void aMismatch_endsWithAnInvitationOrAnAccountHere_andIsNoneOfWhatWasMadeLater() {
        String next = TestFirm.address();
        firm.contact("c1", 2, next);
        firm.contact("o1", 1, email);
        portal.account(email);
        assertThat(staff.access("c1").text("/status")).as("made after it left").isEqualTo("NO_ACCOUNT");
        firm.contact("o1", 2);
        assertThat(staff.access("o1").text("/status")).isEqualTo("EMAIL_MISMATCH");
        firm.contact("o1", 3, next);
        portal.invite("o1", null);
        assertThat(staff.access("o1").text("/status")).isEqualTo("INVITED");
        portal.account(next);
        assertThat(staff.access("o1").text("/email")).isEqualTo(next);
        assertThat(staff.access("o1").text("/status")).isEqualTo("ACTIVE");
    }

    @Test
    void severalAddresses_areEachTold_andTheFirstWithAnAccountStandsForAll() {
        String second = TestFirm.address();
        firm.contact("c1", 2, email, second);
        portal.account(second);
        Answer access = staff.access("c1");
        assertThat(access.text("/email")).isEqualTo(second);
        assertThat(access.body().path("accounts")).hasSize(2);
        assertThat(access.text("/accounts/0/status")).isEqualTo("NO_ACCOUNT");
        assertThat(access.text("/accounts/1/status")).isEqualTo("ACTIVE");
    }

    @Test
    void fortyAddresses_areNotTooMany() {
        String[] many = new String[40];
        for (int number = 0; number < many.length; number++) {
            many[number] = TestFirm.address();
        }
        firm.contact("c1", 2, many);
        portal.account(many[39]);
        assertThat(staff.access("c1").text("/email")).isEqualTo(many[39]);
        assertThat(staff.access("c1").body().path("accounts")).hasSize(40);
        assertThat(staff.unlock("c1").status()).isEqualTo(200);
    }

    @Test
    void whoIsNotThere_orOfAnotherFirm_isNotFound() {
        firm.contact("c2", 1, true, TestFirm.address()).contact("c3", 1, TestFirm.address());
        firm.delete("c3", 2);
        Answer unknown = staff.access("nobody");
        assertThat(unknown.status()).isEqualTo(404);
        for (String gone : List.of("c2", "c3", "..%2f", "x".repeat(65))) {
            assertThat(staff.access(gone).withoutRequestId()).isEqualTo(unknown.withoutRequestId());
        }
        String stranger = world.firm().staff("portal:admin");
        assertThat(staff.accessAs(stranger, "c1").withoutRequestId()).isEqualTo(unknown.withoutRequestId());
        assertThat(staff.accessAs(firm.staff("other"), "c1").code()).isEqualTo("forbidden");
    }
}
