package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a page learns of a set-up or reset link before a password is chosen. */
class InspectAccountLinkTest {

    private static final Map<String, Integer> ONE_READ = Map.of("BatchGetItem", 1);

    private final World world = World.get();
    private final TestFirm firm = world.firm("Müller & Söhne", "BUSINESS");
    private final String address = "Ann." + TestFirm.address();
    private final Portal portal = new Portal(firm.contact("c1", 1, address));

    @Test
    void aSetUpLink_tellsFirm_theAddressWhole_howLongAPasswordHasToBe_andUntilWhenItIsGood() {
        Instant before = world.server().clock().instant();
        String token = portal.setUpToken(address);
        Answer look = portal.inspectSetUp(token);
        assertThat(look.status()).isEqualTo(200);
        Instant end = Instant.parse(look.text("/expiresAt"));
        assertThat(end).isAfter(before.plus(Duration.ofMinutes(60)));
        assertThat(look.text())
                .isEqualTo("{\"state\":\"OPEN\",\"firm\":{\"id\":\"" + firm.id() + "\",\"name\":\"Müller & Söhne\"},"
                        + "\"email\":\"" + address + "\",\"passwordMinLength\":15,\"expiresAt\":\""
                        + look.text("/expiresAt") + "\"}");
        world.clockAt(end);
        assertThat(portal.inspectSetUp(token).text("/state")).isEqualTo("EXPIRED");
        assertThat(portal.setUp(token, Portal.PASSWORD).code()).isEqualTo("link-expired");
    }

    @Test
    void anInvitation_isGoodForThirtyDaysFromWhenStaffSentIt() {
        Instant before = world.server().clock().instant();
        String token = invitation();
        Instant end = Instant.parse(portal.inspectSetUp(token).text("/expiresAt"));
        assertThat(end)
                .isBetween(before.plus(Duration.ofDays(30)), Instant.now().plus(Duration.ofDays(30)));
    }

    @Test
    void whereASecondFactorIsDemanded_eightWillDo_forBothKindsOfLink() {
        portal.account(address);
        String reset = portal.resetToken(address);
        assertThat(shortest(portal.inspectReset(reset))).isEqualTo(15);
        String other = TestFirm.address();
        firm.contact("c2", 1, other).accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        assertThat(shortest(portal.inspectReset(reset))).isEqualTo(8);
        assertThat(shortest(portal.inspectSetUp(portal.setUpToken(other)))).isEqualTo(8);
    }

    @Test
    void lookingAnyNumberOfTimes_changesNothing_andCostsOneReadInEachState() {
        String token = portal.setUpToken(address);
        String before = firm.table();
        for (int look = 0; look < 20; look++) {
            assertThat(portal.inspectSetUp(token).text("/state")).isEqualTo("OPEN");
        }
        assertThat(firm.table()).isEqualTo(before);
        oneRead(portal::inspectSetUp, token, "OPEN");
        String killed = invitation();
        portal.setUp(token, Portal.PASSWORD);
        firm.settled();
        oneRead(portal::inspectSetUp, token, "USED");
        oneRead(portal::inspectSetUp, killed, "SUPERSEDED");
        String reset = portal.resetToken(address);
        oneRead(portal::inspectReset, reset, "OPEN");
        portal.reset(reset, Portal.OTHER);
        oneRead(portal::inspectReset, reset, "USED");
    }

    @Test
    void anotherLinkThatWasUsed_andAnAddressThatLeft_areTold() {
        String first = invitation();
        String second = invitation();
        firm.settled();
        assertThat(portal.inspectSetUp(first).text("/state")).isEqualTo("OPEN");
        assertThat(portal.inspectSetUp(second).text("/state")).isEqualTo("OPEN");
        portal.setUp(first, Portal.PASSWORD);
        assertThat(portal.inspectSetUp(second).text("/state")).isEqualTo("SUPERSEDED");
        firm.contact("c1", 2, TestFirm.address());
        Answer left = portal.inspectSetUp(second);
        assertThat(left.text("/state")).isEqualTo("EXPIRED");
        assertThat(left.text("/email")).as("where the token was mailed to").isEqualTo(address);
    }

    @Test
    void anUnknownToken_andOneForSomethingElse_areNotFoundAlike() {
        String token = portal.setUpToken(address);
        portal.account(address);
        String reset = portal.resetToken(address);
        String unknown = portal.inspectSetUp("x".repeat(60)).withoutRequestId();
        assertThat(unknown).contains("\"not-found\"");
        String otherFirm = world.firm().id() + token.substring(token.indexOf('.'));
        String otherSecret = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");
        String link = firm.mailed("c1", "r1").token();
        for (String wrong : List.of(reset, otherFirm, otherSecret, token + "A", link, "nosuch" + token)) {
            assertThat(portal.inspectSetUp(wrong).withoutRequestId()).isEqualTo(unknown);
        }
        assertThat(portal.inspectReset(token).withoutRequestId()).isEqualTo(unknown);
    }

    @Test
    void inLinkOnlyMode_everyTokenOfTheFirmIsLoginOff_andTheLinkOutlivesThat() {
        String token = portal.setUpToken(address);
        String madeUp = token.substring(0, token.length() - 3) + "AAA";
        firm.accessMode("MAGIC_LINK_ONLY");
        String off = portal.inspectSetUp(token).withoutRequestId();
        assertThat(off).contains("\"login-off\"");
        assertThat(portal.inspectSetUp(madeUp).withoutRequestId()).isEqualTo(off);
        assertThat(portal.inspectReset(madeUp).withoutRequestId()).isEqualTo(off);
        firm.accessMode("MAGIC_LINK_AND_LOGIN");
        assertThat(portal.inspectSetUp(token).text("/state")).isEqualTo("OPEN");
    }

    private void oneRead(Function<String, Answer> look, String token, String state) {
        JsonNode before = world.quietCalls();
        assertThat(look.apply(token).text("/state")).isEqualTo(state);
        assertThat(Costs.between(before, world.quietCalls())).as(state).isEqualTo(ONE_READ);
    }

    private String invitation() {
        return portal.mailAfter(address, "invitation", () -> portal.invite("c1", null))
                .passwordToken();
    }

    private static int shortest(Answer look) {
        return look.body().path("passwordMinLength").asInt();
    }
}
