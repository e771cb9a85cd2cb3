package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A set-up link that is over offers one thing: a fresh one to the address that it was mailed to. */
class RenewSetUpLinkTest {

    private static final String ACCEPTED = "{\"status\":\"ACCEPTED\"}";
    private static final Duration LIFE_OF_SIGN_UP = Duration.ofMinutes(60);
    private static final Duration LIFE_OF_INVITATION = Duration.ofDays(30);

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void aLinkThatIsTooOld_isRenewedByOneClick_forAnotherHour() {
        String old = portal.setUpToken(address);
        world.clock(LIFE_OF_SIGN_UP.toSeconds() + 1);
        assertThat(portal.inspectSetUp(old).text("/state")).isEqualTo("EXPIRED");
        Instant before = now();
        Mail mail = renewed(old, "sign-up");
        assertThat(mail.urls()).hasSize(1);
        String fresh = mail.passwordToken();
        assertThat(end(fresh)).isBetween(before.plus(LIFE_OF_SIGN_UP), now().plus(LIFE_OF_SIGN_UP));
        assertThat(portal.setUp(old, Portal.PASSWORD).code()).isEqualTo("link-expired");
        assertThat(portal.setUp(fresh, Portal.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void anInvitationThatIsTooOld_isRenewedAsOne_forThirtyDays_andStaffSeeThat() {
        String old = invitation();
        Staff staff = new Staff(firm);
        world.clock(LIFE_OF_INVITATION.toSeconds() + 1);
        assertThat(staff.access("c1").text("/status")).isEqualTo("NO_ACCOUNT");
        Instant before = now();
        String fresh = renewed(old, "invitation").passwordToken();
        assertThat(end(fresh)).isBetween(before.plus(LIFE_OF_INVITATION), now().plus(LIFE_OF_INVITATION));
        Answer access = staff.access("c1");
        assertThat(access.text("/status")).isEqualTo("INVITED");
        assertThat(access.text("/invitation/expiresAt"))
                .isEqualTo(portal.inspectSetUp(fresh).text("/expiresAt"));
        assertThat(portal.setUp(fresh, Portal.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void anInvitationWhoseAddressLeftAndCameBack_isRenewedAsIfTheClientSignedUp_andStaffSeeNoInvitation() {
        String old = invitation();
        firm.contact("c1", 2).contact("c1", 3, address);
        String fresh = renewed(old, "sign-up").passwordToken();
        assertThat(end(fresh)).isBeforeOrEqualTo(now().plus(LIFE_OF_SIGN_UP));
        assertThat(new Staff(firm).access("c1").text("/status")).isEqualTo("NO_ACCOUNT");
        assertThat(portal.setUp(old, Portal.PASSWORD).code()).isEqualTo("link-expired");
        assertThat(portal.setUp(fresh, Portal.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void whereTheAddressMayHaveNoneAnyMore_noSetUpLinkGoesOut_andTheAnswerIsTheSame() {
        String withAccount = portal.setUpToken(address);
        String gone = TestFirm.address();
        String kept = TestFirm.address();
        firm.contact("c2", 1, gone).contact("c3", 1, kept);
        List<String> tokens = List.of(withAccount, portal.setUpToken(gone), portal.setUpToken(kept));
        portal.setUp(withAccount, Portal.PASSWORD);
        firm.delete("c2", 2);
        firm.deactivated(kept);
        tokens.forEach(token -> assertThat(portal.renewSetUp(token).text()).isEqualTo(ACCEPTED));
        firm.settled();
        for (String whose : List.of(address, gone, kept)) {
            assertThat(portal.mails(whose, "sign-up")).as("besides the first").hasSize(1);
        }
        assertThat(world.mailbox(gone)).hasSize(1);
        assertThat(world.mailbox(kept)).hasSize(1);
    }

    @Test
    void aFirmWithoutLogin_sendsNone_andAnswersTheSame() {
        String token = portal.setUpToken(address);
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(portal.renewSetUp(token).text()).isEqualTo(ACCEPTED);
        firm.settled();
        assertThat(world.mailbox(address)).hasSize(1);
    }

    @Test
    void theAddress_isNeverOneThatIsTyped_andOtherTokensAreNothing() {
        String token = portal.setUpToken(address);
        Answer typed = world.api().post("/v1/accounts/set-up/renew", Map.of("token", token, "email", "x@evil.test"));
        assertThat(typed.code()).isEqualTo("invalid-request");
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        portal.account(other);
        String reset = portal.resetToken(other);
        String anotherFirm = world.firm().id() + token.substring(token.indexOf('.'));
        for (String wrong : List.of(reset, "x".repeat(60), anotherFirm, "nosuch" + token)) {
            assertThat(portal.renewSetUp(wrong).text()).isEqualTo(ACCEPTED);
        }
        firm.settled();
        assertThat(world.mailbox(address)).hasSize(1);
        assertThat(portal.mails(other, "sign-up")).isEmpty();
    }

    @Test
    void madeUpTokensWithARealLinksId_sendNothing_andTakeNothingFromTheClientsAllowance() {
        String token = portal.setUpToken(address);
        String madeUp = token.substring(0, token.length() - 3) + (token.endsWith("AAA") ? "BBB" : "AAA");
        for (int i = 0; i < 6; i++) {
            assertThat(portal.renewSetUp(madeUp).text()).isEqualTo(ACCEPTED);
        }
        assertThat(portal.mails(address, "sign-up")).hasSize(1);
        renewed(token, "sign-up");
    }

    @Test
    void aSecondClickWithinAMinute_isAnsweredTheSame_andSendsNothing_andIsOneKindWithOtherRenewals() {
        String token = portal.setUpToken(address);
        renewed(token, "sign-up");
        assertThat(portal.renewSetUp(token).text()).isEqualTo(ACCEPTED);
        String link = firm.mailed("c1", "r1").token();
        assertThat(firm.renew(link).text()).isEqualTo(ACCEPTED);
        firm.settled();
        assertThat(portal.mails(address, "sign-up")).hasSize(2);
        assertThat(portal.mails(address, "request-link")).hasSize(1);
        world.clock(61);
        renewed(token, "sign-up");
    }

    @Test
    void itIsTwoReadsAndOneWrite_forAMadeUpTokenToo() {
        String token = portal.setUpToken(address);
        String madeUp = token.substring(0, token.length() - 3) + (token.endsWith("AAA") ? "BBB" : "AAA");
        JsonNode before = world.quietCalls();
        portal.renewSetUp(madeUp);
        Map<String, Integer> nothing = Costs.between(before, world.quietCalls());
        assertThat(nothing).isEqualTo(Map.of("BatchGetItem", 2, "TransactWriteItems", 1));
        before = world.quietCalls();
        portal.renewSetUp(token);
        assertThat(Costs.between(before, world.quietCalls()))
                .as("with the mail's own reads and writes")
                .isEqualTo(Map.of("BatchGetItem", 3, "TransactWriteItems", 3, "GetItem", 1, "SendEmail", 1));
    }

    private Mail renewed(String token, String kind) {
        return portal.mailAfter(address, kind, () -> {
            Answer answer = portal.renewSetUp(token);
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEqualTo(ACCEPTED);
            return answer;
        });
    }

    private String invitation() {
        return portal.mailAfter(address, "invitation", () -> portal.invite("c1", null))
                .passwordToken();
    }

    private Instant end(String token) {
        return Instant.parse(portal.inspectSetUp(token).text("/expiresAt"));
    }

    private Instant now() {
        return world.server().clock().instant();
    }
}
