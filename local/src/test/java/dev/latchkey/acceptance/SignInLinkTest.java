package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Order(2)
class SignInLinkTest {

    private static final int LIFE = 600;

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final String device = TestFirm.device();

    @Test
    void askingForALink_isAccepted_andTheMailCarriesOneUrlAndACode() {
        Answer answer = firm.ask(address);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/status")).isEqualTo("ACCEPTED");
        Mail mail = await().until(() -> world.mailbox(address), mails -> !mails.isEmpty())
                .getFirst();
        assertThat(answer.text("/linkId")).isEqualTo(mail.linkId());
        assertThat(mail.urls()).hasSize(1);
        assertThat(mail.code()).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
        assertThat(mail.tags().path("firm").asText()).isEqualTo(firm.id());
        assertThat(mail.tags().path("kind").asText()).isEqualTo("sign-in-link");
    }

    @Test
    void aSignInLink_opensASessionThatReachesTheRequestsOfTheAddress_onEachOfItsContacts() {
        firm.contact("o1", 1, address.toUpperCase(java.util.Locale.ROOT));
        Answer session = firm.redeem(firm.signInMail(address).token(), device);
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text("/session/scope")).isEqualTo("requests");
        assertThat(session.text("/session/acr")).isEqualTo("aal1");
        JsonNode claims = AccessTokenTest.claims(session.text("/accessToken"));
        assertThat(claims.path("contacts").valueStream().map(JsonNode::asText)).containsExactly("c1", "o1");
        assertThat(claims.has("req")).isFalse();
        assertThat(firm.me(session).body().path("contacts").findValuesAsText("id"))
                .containsExactly("c1", "o1");
    }

    @Test
    void aSignInLink_isInspectedAsOne_andLookingTwentyTimesChangesNothing() {
        Mail mail = firm.signInMail(address);
        String before = firm.table();
        for (int look = 0; look < 20; look++) {
            Answer inspected = firm.inspect(mail.token());
            assertThat(inspected.text("/kind")).isEqualTo("SIGN_IN");
            assertThat(inspected.text("/state")).isEqualTo("OPEN");
            assertThat(inspected.body().has("requestId")).isFalse();
        }
        for (String method : List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE")) {
            world.api().send(method, "/v1/magic-links/redeem", null);
            world.api().send(method, "/v1/magic-links/inspect?token=" + mail.token(), null);
        }
        assertThat(firm.table()).isEqualTo(before);
        assertThat(firm.redeem(mail.token(), device).status()).isEqualTo(200);
    }

    @Test
    void aSignInLink_livesTenMinutes_toTheInstant() {
        Mail mail = firm.signInMail(address);
        world.clock(LIFE - 60);
        assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("OPEN");
        world.clock(LIFE);
        assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("EXPIRED");
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-expired");
        assertThat(firm.redeemCode(mail.linkId(), mail.code(), device).code()).isEqualTo("link-expired");
    }

    @Test
    void aSignInLink_worksOnce_andForItsTenMinutesAgainFromTheSameDevice() {
        Mail mail = firm.signInMail(address);
        Answer first = firm.redeem(mail.token(), device);
        Answer again = firm.redeem(mail.token(), device);
        assertThat(again.text("/session/id")).isEqualTo(first.text("/session/id"));
        assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("CLAIMED");
        assertThat(firm.redeem(mail.token(), TestFirm.device()).code()).isEqualTo("link-claimed");
        world.clock(LIFE);
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-expired");
        assertThat(firm.me(first).status()).as("the session outlives the link").isEqualTo(401);
        assertThat(firm.refresh(first.text("/refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void onceItsSessionHasEnded_aSignInLinkOpensNoOther() {
        Mail mail = firm.signInMail(address);
        firm.logOut(firm.redeem(mail.token(), device));
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-used");
    }

    @Test
    void aLaterSignInLink_leavesTheEarlierAloneUntilOneOfThemIsOpened_whichEndsTheOther() {
        Mail earlier = firm.signInMail(address);
        world.clock(61);
        Mail later = firm.signInMail(address);
        assertThat(firm.inspect(earlier.token()).text("/state")).isEqualTo("OPEN");
        assertThat(firm.redeem(earlier.token(), device).status()).isEqualTo(200);
        assertThat(firm.inspect(later.token()).text("/state")).isEqualTo("SUPERSEDED");
        assertThat(firm.redeem(later.token(), device).code()).isEqualTo("link-superseded");
        assertThat(firm.redeemCode(later.linkId(), later.code(), device).code()).isEqualTo("link-superseded");
    }

    @Test
    void linksAskedForBeforeTheEarliersMailLeft_areAllMailed_andEachIsOpenUntilOneIsOpened() {
        world.fault("ses", "SendEmail", "ServiceUnavailable", 100, "before");
        for (int i = 0; i < 4; i++) {
            world.clock(61L * i);
            assertThat(firm.ask(address).status()).isEqualTo(202);
        }
        world.noFaults();
        world.clock(61L * 6);
        firm.settled();
        List<Mail> mails = world.mailbox(address);
        List<String> open =
                mails.stream()
                        .collect(Collectors.toMap(Mail::linkId, Mail::token, (one, same) -> one))
                        .values()
                        .stream()
                        .filter(token -> firm.inspect(token).text("/state").equals("OPEN"))
                        .toList();
        assertThat(open).hasSize(4);
        assertThat(firm.redeem(open.getFirst(), device).status()).isEqualTo(200);
        assertThat(open.stream().skip(1).map(token -> firm.inspect(token).text("/state")))
                .containsOnly("SUPERSEDED");
    }

    @Test
    void anAskingThatSendsNothing_supersedesNothing() {
        Mail mail = firm.signInMail(address);
        firm.ask(address);
        assertThat(firm.redeem(mail.token(), device).status()).isEqualTo(200);
    }

    @Test
    @Tag("crowd")
    void fiftyRedemptionsAtOnce_openExactlyOneSession() {
        Mail mail = firm.signInMail(address);
        List<Answer> answers = Race.of(50, runner -> firm.redeem(mail.token(), TestFirm.device()));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allMatch(answer -> answer.code().equals("link-claimed"));
        assertThat(firm.table().lines().filter(line -> line.contains("sk=AttributeValue(S=session#")))
                .hasSize(1);
    }

    @Test
    @Tag("crowd")
    void fiftyRedemptionsByOneDeviceAtOnce_areOneSession() {
        Mail mail = firm.signInMail(address);
        List<Answer> answers = Race.of(50, runner -> firm.redeem(mail.token(), device));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.text("/session/id")).distinct())
                .hasSize(1);
    }

    @Test
    void takingTheAddressOffItsLastContact_killsTheLinkAndItsSession_forGood() {
        firm.contact("o1", 1, address);
        Mail mail = firm.signInMail(address);
        Answer session = firm.redeem(mail.token(), device);
        firm.contact("c1", 2);
        assertThat(firm.me(session).body().path("contacts").findValuesAsText("id"))
                .containsExactly("o1");
        firm.contact("o1", 2, true, address);
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(firm.inspect(mail.token()).text("/state")).isEqualTo("EXPIRED");
        firm.contact("c1", 3, address);
        firm.contact("o1", 3, address);
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(firm.refresh(session.text("/refreshToken")).status()).isEqualTo(401);
        assertThat(firm.redeem(mail.token(), device).code()).isEqualTo("link-expired");
    }

    @Test
    void theSameAddressInAnotherFirm_isAnother() {
        TestFirm other = world.firm().contact("c1", 1, address);
        Mail here = firm.signInMail(address);
        Mail there = other.signInMail(address);
        assertThat(firm.inspect(here.token()).text("/state")).isEqualTo("OPEN");
        assertThat(there.token()).startsWith(other.id() + ".");
        String moved = firm.id() + there.token().substring(other.id().length());
        assertThat(firm.redeem(moved, device).status()).isEqualTo(404);
    }

    @Test
    void inAFirmThatAsksForASecondFactor_aSignInLinkLeadsNowhereForWhoHasNone() {
        Mail mail = firm.signInMail(address);
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        Answer refused = firm.redeem(mail.token(), device);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("enrolment-required");
        firm.accessMode("MAGIC_LINK_ONLY");
        Answer session = firm.redeem(mail.token(), device);
        assertThat(firm.me(session).status()).isEqualTo(200);
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(firm.refresh(session.text("/refreshToken")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "a@b.c,d@e.f", "Ann <a@example.com>", "a@exa\nmple.com", "ä@example.com"})
    void aMalformedAddress_isABadRequest(String email) {
        assertThat(firm.ask(email).code()).isEqualTo("invalid-request");
    }

    @Test
    void anUnknownFirm_isNotFound() {
        assertThat(new TestFirm(world, "nosuchfirm").ask(address).status()).isEqualTo(404);
        assertThat(new TestFirm(world, "a%23b").ask(address).status()).isEqualTo(404);
    }

    @Test
    void aFieldThatNamesAnotherAddressOrTarget_isRefused() {
        String path = "/v1/firms/" + firm.id() + "/magic-links";
        assertThat(world.api()
                        .post(path, Map.of("email", address, "returnUrl", "https://evil.test"))
                        .status())
                .isEqualTo(400);
        assertThat(world.mailbox(address)).isEmpty();
    }

    @Test
    void theMailGoesToTheStoredSpelling() {
        String spelled = address.toUpperCase(java.util.Locale.ROOT);
        firm.contact("c1", 2, spelled);
        Mail mail = firm.signInMail(address);
        assertThat(mail.to()).isEqualTo(spelled);
    }
}
