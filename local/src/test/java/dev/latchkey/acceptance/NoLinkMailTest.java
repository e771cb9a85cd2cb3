package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever asks for a link that their address can't have is told so in their mailbox, and nowhere else. */
class NoLinkMailTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void signingUpWithAnAccount_bringsAMailThatSaysSo_withTheWayIn() {
        portal.account(address);
        Mail mail = portal.mailAfter(address, "account-exists", () -> portal.signUp(address));
        assertThat(mail.subject()).isEqualTo("You already have an account at Test & Co");
        assertThat(mail.urls()).containsExactly(world.origin() + "/portal/");
        assertThat(mail.html()).contains("href=\"" + world.origin() + "/portal/\"");
        assertThat(mail.text())
                .contains("When: ", "From: 127.0.0.0/24", "forgotten password")
                .doesNotContain("#");
        assertThat(portal.mails(address, "sign-up")).isEmpty();
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void forgettingAPasswordThatIsNone_bringsAMailThatSaysSo_withTheWayToSignUpOrIn() {
        Mail mail = portal.mailAfter(address, "no-account", () -> portal.forgotten(address));
        assertThat(mail.subject()).isEqualTo("You have no account at Test & Co yet");
        assertThat(mail.urls()).containsExactly(world.origin() + "/portal/");
        assertThat(mail.text())
                .contains("link to sign in mailed to you", "sign up")
                .doesNotContain("#");
        assertThat(portal.mails(address, "reset")).isEmpty();
    }

    @Test
    void whereAMailedLinkIsNotEnough_onlySigningUpIsOffered() {
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        Mail mail = portal.mailAfter(address, "no-account", () -> portal.forgotten(address));
        assertThat(mail.text()).contains("sign up").doesNotContain("link to sign in");
    }

    @Test
    void whoCantBeHelped_getsNoMail() {
        String unknown = TestFirm.address();
        String archived = TestFirm.address();
        String keptOut = TestFirm.address();
        String bounced = TestFirm.address();
        firm.contact("c2", 1, archived).contact("c3", 1, keptOut).contact("c4", 1, bounced);
        List.of(archived, keptOut, bounced).forEach(portal::account);
        firm.contact("c2", 2, true, archived);
        firm.deactivated(keptOut);
        firm.bounced(firm.mailed("c4", "r1"));
        int before = world.mailbox(bounced).size();
        for (String whose : List.of(unknown, archived, keptOut, bounced)) {
            portal.signUp(whose);
        }
        String withoutAccount = TestFirm.address();
        firm.contact("c5", 1, true, withoutAccount);
        portal.forgotten(withoutAccount);
        portal.forgotten(unknown);
        firm.settled();
        for (String whose : List.of(unknown, withoutAccount)) {
            assertThat(world.mailbox(whose)).as(whose).isEmpty();
        }
        for (String whose : List.of(archived, keptOut, bounced)) {
            assertThat(portal.mails(whose, "account-exists")).as(whose).isEmpty();
        }
        assertThat(world.mailbox(bounced)).hasSize(before);
    }

    @Test
    void itIsTheSameWorkAsForAnybody_butForTheSending_andCountsAsTheMailThatWasAskedFor() {
        portal.account(address);
        String without = TestFirm.address();
        firm.contact("c2", 1, without);
        Map<String, Integer> nobody = cost(() -> portal.signUp(TestFirm.address()));
        for (Supplier<Answer> asking :
                List.<Supplier<Answer>>of(() -> portal.signUp(address), () -> portal.forgotten(without))) {
            Map<String, Integer> told = cost(asking);
            assertThat(told.remove("SendEmail")).isEqualTo(1);
            assertThat(told).isEqualTo(nobody);
        }
        portal.signUp(address);
        portal.forgotten(without);
        firm.settled();
        assertThat(portal.mails(address, "account-exists"))
                .as("within a minute")
                .hasSize(1);
        assertThat(portal.mails(without, "no-account")).hasSize(1);
    }

    @Test
    void aSetUpLinkThatIsRenewedAfterItWasUsed_bringsTheSameMail() {
        String token = portal.setUpToken(address);
        portal.setUp(token, Portal.PASSWORD);
        portal.mailAfter(address, "account-exists", () -> portal.renewSetUp(token));
        assertThat(portal.mails(address, "sign-up")).hasSize(1);
    }

    @Test
    void anInvitationWhoseAddressGotAnAccountMeanwhile_bringsNone_asNobodyAskedForIt() {
        world.fault("dynamodb", "GetItem", "InternalServerError", 1_000, "before");
        assertThat(portal.invite("c1", null).status()).isEqualTo(202);
        portal.account(address);
        world.noFaults();
        firm.settled();
        assertThat(portal.mails(address, "account-created")).hasSize(1);
        assertThat(world.mailbox(address)).hasSize(1);
    }

    @Test
    void theMailServiceRefusesItOnce_andItComesAllTheSame() {
        portal.account(address);
        firm.settled();
        world.fault("ses", "SendEmail", "Throttling", 1, "before");
        portal.mailAfter(address, "account-exists", () -> portal.signUp(address));
        assertThat(portal.mails(address, "account-exists")).hasSize(1);
    }

    private Map<String, Integer> cost(Supplier<Answer> call) {
        JsonNode before = world.quietCalls();
        assertThat(call.get().status()).isEqualTo(202);
        return Costs.between(before, world.quietCalls());
    }
}
