package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The look-up, the list and both files tell the same of every contact, in each of the states that it can come to. */
class AccessReportTest {

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Portal portal = new Portal(firm);
    private final SecondFactor codes = new SecondFactor(firm);
    private final Staff staff = new Staff(firm);
    private final Reports reports = new Reports(firm);

    @Test
    void whoHasNoAccount_andWhoHasNoAddress_areListedToo() {
        firm.contact("c0", 1);
        told("c0", "NO_ACCOUNT");
        told("c1", "NO_ACCOUNT");
    }

    @Test
    void anInvitation_isToldUntilItsEnd() {
        portal.invite("c1", null);
        told("c1", "INVITED");
        assertThat(reports.rows("").getFirst().get("invited_at")).endsWith("Z");
        world.clock(30L * 24 * 3600 + 60);
        told("c1", "NO_ACCOUNT");
    }

    @Test
    void anAccount_isToldWithItsLogin_itsApp_andTheCodesThatAreLeft() {
        SecondFactor.Owner owner = codes.enrolled(email);
        told("c1", "ACTIVE");
        codes.recover(codes.challenge(email), owner.recoveryCodes().getFirst());
        told("c1", "ACTIVE");
        assertThat(reports.rows("").getFirst())
                .containsEntry("recovery_codes_left", "9")
                .containsEntry("portal_email", email);
        assertThat(staff.reset("c1", null).status()).isEqualTo(200);
        told("c1", "ACTIVE");
    }

    @Test
    void theFirmsMode_isToldOfEachAccount() {
        portal.account(email);
        firm.accessMode("MAGIC_LINK_ONLY");
        told("c1", "LOGIN_OFF");
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        told("c1", "ENROLMENT_REQUIRED");
    }

    @Test
    void aLock_isToldUntilItsEnd_orUntilStaffUnlock() {
        portal.account(email);
        wrong();
        told("c1", "LOCKED");
        world.clock(16 * 60);
        told("c1", "ACTIVE");
        wrong();
        told("c1", "LOCKED");
        staff.unlock("c1");
        told("c1", "ACTIVE");
    }

    @Test
    void aLockByGuessesAtOnce_isTold() {
        portal.account(email);
        firm.guessed(email, 94);
        Race.of(7, runner -> portal.logIn(email, "wrong password at once"));
        told("c1", "LOCKED");
    }

    @Test
    void whoIsKeptOut_isTold() {
        portal.account(email);
        staff.deactivate("c1", null);
        told("c1", "DEACTIVATED");
        staff.reactivate("c1", null);
        told("c1", "ACTIVE");
    }

    @Test
    void anAccountWhoseAddressLeft_isAMismatch_andNothingIsToldOfItThatALookUpDoesNot() {
        firm.contact("o1", 1, email);
        portal.account(email);
        firm.contact("c1", 2, TestFirm.address());
        wrong();
        told("c1", "EMAIL_MISMATCH");
        told("o1", "LOCKED");
    }

    @Test
    void whatWasMadeWhereAnAddressLeft_isNoMismatch() {
        firm.contact("c1", 2, TestFirm.address());
        firm.contact("o1", 1, email);
        portal.account(email);
        told("c1", "NO_ACCOUNT");
        told("o1", "ACTIVE");
    }

    @Test
    void anAccountOfASharedAddress_isToldOnEachContact() {
        firm.contact("o1", 1, email).contact("o2", 1, email, TestFirm.address());
        portal.account(email);
        for (String contact : List.of("c1", "o1", "o2")) {
            told(contact, "ACTIVE");
        }
        assertThat(reports.rows("")).allSatisfy(row -> assertThat(row).containsEntry("shared_with_count", "2"));
    }

    @Test
    void aLink_andMailThatComesBack_areTold() {
        Mail mail = firm.mailed("c1", "r1");
        told("c1", "NO_ACCOUNT");
        firm.redeem(mail.token(), TestFirm.device());
        told("c1", "NO_ACCOUNT");
        assertThat(reports.rows("").getFirst().get("last_link_claimed_at")).endsWith("Z");
        firm.bounced(firm.mailed("c1", "r2"));
        told("c1", "NO_ACCOUNT");
        assertThat(reports.rows("").getFirst()).containsEntry("undeliverable", "true");
    }

    @Test
    void whoIsArchivedOrDeleted_isLeftOut_untilTheyAreBack() {
        firm.contact("c2", 1, true, TestFirm.address()).contact("c3", 1, TestFirm.address());
        firm.delete("c3", 2);
        assertThat(reports.all("", 100)).hasSize(1);
        assertThat(reports.rows("")).hasSize(1);
        firm.contact("c3", 3, TestFirm.address());
        told("c3", "NO_ACCOUNT");
    }

    /** The last that everybody's count takes. */
    private void wrong() {
        firm.guessed(email, 99);
        portal.logIn(email, "wrong password");
    }

    /** All of them, and so that each says this; filtered by it, and not by another. */
    private void told(String contact, String status) {
        JsonNode lookUp = staff.access(contact).body();
        assertThat(lookUp.path("status").asText()).isEqualTo(status);
        String other = status.equals("ACTIVE") ? "LOCKED" : "ACTIVE";
        for (String query : List.of("", "status=" + status)) {
            assertThat(reports.all(query, 100)).contains(lookUp);
            assertThat(reports.rows(query)).contains(Reports.row(lookUp));
            assertThat(SheetReader.rows(reports.workbook(query))).contains(Reports.cells(lookUp));
        }
        assertThat(reports.all("status=" + other, 100)).doesNotContain(lookUp);
        Map<String, String> row = Reports.row(lookUp);
        assertThat(reports.rows("status=" + other)).doesNotContain(row);
    }
}
