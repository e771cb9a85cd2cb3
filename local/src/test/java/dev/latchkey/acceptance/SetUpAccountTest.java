package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetUpAccountTest {

    private static final int LIFE = 3_600;
    private static final String ACCEPTED = "{\"status\":\"ACCEPTED\"}";

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void aClientSignsUp_choosesAPassword_andIsIn() {
        firm.contact("o1", 1, address);
        Answer session = portal.account(address);
        assertThat(session.text("/session/scope")).isEqualTo("portal");
        assertThat(session.body().path("session").path("amr")).hasToString("[\"email\",\"pwd\"]");
        assertThat(session.text("/session/acr")).isEqualTo("aal1");
        assertThat(firm.me(session).body().path("contacts").findValuesAsText("id"))
                .containsExactly("c1", "o1");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void theMail_hasOneUrlToThePortal_withTheTokenInItsFragment_andNoCode() {
        Mail mail = portal.mailAfter(address, "sign-up", () -> portal.signUp(address));
        assertThat(mail.urls()).containsExactly(world.origin() + "/portal/#set-up=" + mail.passwordToken());
        assertThat(mail.passwordToken()).matches("[A-Za-z0-9._~-]{22,400}");
        assertThat(mail.text()).doesNotContain("Code:");
        assertThat(mail.html()).contains(mail.passwordToken());
    }

    @Test
    void whoeverAsks_isToldTheSameToTheByte_andOnlyAnAddressOnAContactWithoutAccountGetsMail() {
        String archived = TestFirm.address();
        String bounced = TestFirm.address();
        String unknown = TestFirm.address();
        String known = TestFirm.address();
        firm.contact("c2", 1, true, archived).contact("c3", 1, bounced).contact("c4", 1, known);
        firm.bounced(firm.mailed("c3", "r1"));
        portal.account(address);
        world.clock(61);
        int before = world.mailbox(bounced).size();
        List<Answer> answers = List.of(known, address, archived, bounced, unknown).stream()
                .map(portal::signUp)
                .toList();
        firm.settled();
        for (Answer answer : answers) {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEqualTo(ACCEPTED);
            assertThat(headers(answer)).isEqualTo(headers(answers.getFirst()));
        }
        assertThat(portal.mails(known, "sign-up")).hasSize(1);
        assertThat(portal.mails(address, "sign-up")).isEmpty();
        assertThat(world.mailbox(bounced)).hasSize(before);
        assertThat(world.mailbox(archived)).isEmpty();
        assertThat(world.mailbox(unknown)).isEmpty();
    }

    @Test
    void aMalformedAddress_anUnknownFirm_andAFirmWithoutLogin_areTold() {
        assertThat(portal.signUp("no address").code()).isEqualTo("invalid-request");
        assertThat(new Portal(new TestFirm(world, "nofirm")).signUp(address).status())
                .isEqualTo(404);
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(portal.signUp(address).code()).isEqualTo("login-off");
        assertThat(portal.signUp(TestFirm.address()).code()).isEqualTo("login-off");
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_SHORT, fourteen chars",
        "TOO_SHORT, 12345678",
        "COMMON, passwordpassword",
        "COMMON, 123456789012345",
        "COMMON, aaaaaaaaaaaaaaaaaaaa",
        "CONTEXT, Test & Co 2026!!!!",
    })
    void aBadPassword_isRefusedWithItsReason_andLeavesTheLinkGood(String reason, String password) {
        String token = portal.setUpToken(address);
        Answer refused = portal.setUp(token, password);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("password-rejected");
        assertThat(refused.text("/reason")).isEqualTo(reason);
        assertThat(portal.setUp(token, Portal.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void whatIsNoText_isRefused_andNothingIsCutOff() {
        String token = portal.setUpToken(address);
        assertThat(portal.setUp(token, Portal.PASSWORD + "\u0000").text("/reason"))
                .isEqualTo("INVALID_CHARACTERS");
        assertThat(world.api()
                        .post(
                                "/v1/accounts/set-up",
                                "{\"token\":\"" + token + "\",\"password\":\"fifteen or so \\ud800\"}")
                        .text("/reason"))
                .isEqualTo("INVALID_CHARACTERS");
        String longest = "long words ".repeat(11) + "1234567";
        assertThat(longest).hasSize(128);
        assertThat(portal.setUp(token, longest + "x").text("/reason")).isEqualTo("TOO_LONG");
        assertThat(portal.setUp(token, longest).status()).isEqualTo(201);
        assertThat(portal.logIn(address, longest + "x").status()).isEqualTo(401);
        assertThat(portal.logIn(address, longest.substring(0, 127)).status()).isEqualTo(401);
    }

    @Test
    void theMinimum_isEightWhereTheFirmDemandsASecondFactor_andSettingUpLeadsToEnrolment() {
        String token = portal.setUpToken(address);
        assertThat(portal.setUp(token, "xo7!vmqz").text("/reason")).isEqualTo("TOO_SHORT");
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        Answer enrolment = portal.setUp(token, "xo7!vmqz");
        assertThat(enrolment.status()).isEqualTo(201);
        assertThat(enrolment.text("/status")).isEqualTo("ENROLMENT_REQUIRED");
        assertThat(enrolment.body().has("accessToken")).isFalse();
        String challenge = enrolment.text("/challenge");
        assertThat(firm.me(challenge).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(challenge).code()).isEqualTo("invalid-token");
        assertThat(portal.logIn(address, "xo7!vmqz").text("/status")).isEqualTo("ENROLMENT_REQUIRED");
    }

    @Test
    void aLink_isUsedOnce() {
        String token = portal.setUpToken(address);
        portal.setUp(token, Portal.PASSWORD);
        assertThat(portal.setUp(token, Portal.OTHER).code()).isEqualTo("link-used");
        assertThat(portal.logIn(address, Portal.OTHER).status()).isEqualTo(401);
    }

    @Test
    void aLink_livesAnHourFromItsMail_toTheInstant() {
        String token = portal.setUpToken(address);
        world.clock(LIFE - 30);
        assertThat(portal.setUp(token, "short").status()).isEqualTo(422);
        world.clock(LIFE);
        assertThat(portal.setUp(token, Portal.PASSWORD).code()).isEqualTo("link-expired");
    }

    @Test
    void ofSeveralLinks_anyOpens_andOnceThereIsAnAccountAllAreDead() {
        String first = portal.setUpToken(address);
        world.clock(61);
        String second = portal.setUpToken(address);
        firm.settled();
        assertThat(portal.setUp(first, Portal.PASSWORD).status()).isEqualTo(201);
        assertThat(portal.setUp(second, Portal.PASSWORD).code()).isEqualTo("link-superseded");
        assertThat(portal.setUp(first, Portal.PASSWORD).code()).isEqualTo("link-used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "archived", "deleted"})
    void aLink_diesWithTheStandingOfItsAddress_andStaysDead(String how) {
        String token = portal.setUpToken(address);
        switch (how) {
            case "changed" -> firm.contact("c1", 2, TestFirm.address());
            case "archived" -> firm.contact("c1", 2, true, address);
            default -> firm.delete("c1", 2);
        }
        assertThat(portal.setUp(token, Portal.PASSWORD).code()).isEqualTo("link-expired");
        firm.contact("c1", 3, address);
        assertThat(portal.setUp(token, Portal.PASSWORD).code()).isEqualTo("link-expired");
    }

    @Test
    void unknownTokens_areAllAlike_andAResetTokenSetsNothingUp() {
        portal.account(address);
        String reset = portal.resetToken(address);
        String altered = reset.replace(".reset.", ".sign-up.");
        String other = TestFirm.address();
        String good = portalOf(other).setUpToken(other);
        String guessed = good.substring(0, good.length() - 43) + "A".repeat(43);
        List<String> unknown = List.of("x".repeat(60), reset, altered, altered + "A", guessed);
        Set<String> answers = unknown.stream()
                .map(token -> portal.setUp(token, Portal.PASSWORD))
                .peek(answer -> assertThat(answer.status()).isEqualTo(404))
                .map(Answer::withoutRequestId)
                .collect(Collectors.toSet());
        assertThat(answers).hasSize(1);
        firm.accessMode("MAGIC_LINK_ONLY");
        for (String token : List.of(altered, reset)) {
            assertThat(portal.setUp(token, Portal.PASSWORD).code()).isEqualTo("login-off");
        }
    }

    private Portal portalOf(String other) {
        firm.contact("c8", 1, other);
        return portal;
    }

    @Test
    void aLink_outlivesATimeWithoutLogin() {
        String token = portal.setUpToken(address);
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(portal.setUp(token, Portal.PASSWORD).code()).isEqualTo("login-off");
        firm.accessMode("MAGIC_LINK_AND_LOGIN");
        assertThat(portal.setUp(token, Portal.PASSWORD).status()).isEqualTo(201);
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("apigw-requestid");
        return headers;
    }
}
