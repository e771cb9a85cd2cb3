package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session reaches that was opened by a mailed link, and what it doesn't. */
class LinkReachTest {

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/totp/enroll",
        "POST, /v1/totp/verify",
        "DELETE, /v1/totp",
        "POST, /v1/recovery-codes",
        "POST, /v1/recovery-codes/verify",
        "PUT, /v1/password",
        "GET, /v1/sessions",
        "DELETE, /v1/sessions",
        "DELETE, /v1/sessions/c1.AAAAAAAAAAAAAAAAAAAAAA",
        "POST, /v1/firms/{firm}/contacts/c1/portal-access/invite",
        "POST, /v1/firms/{firm}/contacts/c1/magic-links",
        "POST, /v1/firms/{firm}/contacts/c1/portal-access/resume-mail",
        "POST, /v1/firms/{firm}/contacts/c1/portal-access/reset",
        "GET, /v1/firms/{firm}/contacts/c1/portal-access",
        "GET, /v1/firms/{firm}/portal-access",
        "GET, /v1/firms/{firm}/portal-settings",
        "PUT, /v1/firms/{firm}/portal-settings",
        "GET, /v1/firms/{firm}/audit-events"
    })
    void everyOtherRoute_refusesALinkSession_andChangesNothing(String method, String path) {
        for (Answer session : new Answer[] {
            firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device()),
            firm.redeem(firm.signInMail(address).token(), TestFirm.device())
        }) {
            String before = firm.table();
            Answer refused = world.api()
                    .send(
                            method,
                            path.replace("{firm}", firm.id()),
                            method.equals("GET") ? null : "{}",
                            "Authorization",
                            "Bearer " + session.text("/accessToken"));
            assertThat(refused.status()).isIn(401, 403, 404, 405);
            assertThat(firm.table()).isEqualTo(before);
        }
    }

    @Test
    void theSessionOfARequestLink_namesItsOneRequestAndItsOneContact() {
        firm.contact("o1", 1, address);
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        assertThat(firm.me(session).body().path("contacts").findValuesAsText("id"))
                .containsExactly("c1");
        assertThat(AccessTokenTest.claims(session.text("/accessToken"))
                        .path("req")
                        .asText())
                .isEqualTo("r1");
    }

    @Test
    void theSessionOfASignInLink_followsTheContactsOfItsAddress_andNeverAnotherAddress() {
        firm.contact("c2", 1, TestFirm.address());
        Answer session = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        firm.contact("o1", 1, address);
        Answer refreshed = firm.refresh(session.text("/refreshToken"));
        assertThat(AccessTokenTest.claims(refreshed.text("/accessToken")).path("contacts"))
                .hasToString("[\"c1\",\"o1\"]");
        assertThat(firm.me(refreshed).body().path("contacts").findValuesAsText("id"))
                .containsExactly("c1", "o1");
    }

    @Test
    void anAddressOnVeryManyContacts_makesATokenThatGatewaysTake_andIsListedWhole() {
        for (int i = 0; i < 130; i++) {
            firm.contact("contact-with-a-long-identifier-" + i, 1, address);
        }
        Answer session = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        assertThat(session.text("/accessToken").length()).isLessThan(4_096);
        assertThat(firm.me(session).body().path("contacts")).hasSize(131);
    }

    @Test
    void theSubject_isTheContacts_whateverTheAddress_andNeverTheAddress() {
        JsonNode byAddress = AccessTokenTest.claims(
                firm.redeem(firm.signInMail(address).token(), TestFirm.device()).text("/accessToken"));
        JsonNode byRequest = AccessTokenTest.claims(
                firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device()).text("/accessToken"));
        assertThat(byAddress.path("sub")).isEqualTo(byRequest.path("sub"));
        firm.contact("c1", 2).contact("c2", 1, address);
        world.clock(61);
        JsonNode ofAnother = AccessTokenTest.claims(
                firm.redeem(firm.signInMail(address).token(), TestFirm.device()).text("/accessToken"));
        assertThat(ofAnother.path("sub")).isNotEqualTo(byAddress.path("sub"));
    }

    @Test
    void amrAndAcr_neverSayMoreThanAMailedLinkProves() {
        Answer session = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        Answer refreshed = firm.refresh(session.text("/refreshToken"));
        for (Answer answer : new Answer[] {session, refreshed}) {
            assertThat(answer.body().path("session").path("amr")).hasToString("[\"email\"]");
            assertThat(answer.text("/session/acr")).isEqualTo("aal1");
        }
        assertThat(world.api()
                        .post(
                                "/v1/sessions/refresh",
                                Map.of("refreshToken", session.text("/refreshToken"), "acr", "aal2"))
                        .status())
                .isEqualTo(400);
    }
}
