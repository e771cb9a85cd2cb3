package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInTest {

    private static final int LOCK = 900;

    private final World world = World.hashingAsDeployed();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);

    @Test
    void theRightPassword_opensASessionForAllOfThePortal() {
        Answer setUp = portal.account(address);
        Answer session = portal.logIn(address, Portal.PASSWORD);
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text("/status")).isEqualTo("SIGNED_IN");
        assertThat(session.text("/session/scope")).isEqualTo("portal");
        assertThat(session.body().path("session").path("amr")).hasToString("[\"pwd\"]");
        assertThat(session.text("/session/acr")).isEqualTo("aal1");
        assertThat(session.text("/session/id")).isNotEqualTo(setUp.text("/session/id"));
        JsonNode claims = AccessTokenTest.claims(session.text("/accessToken"));
        assertThat(claims.path("scope").asText()).isEqualTo("portal");
        assertThat(claims.has("req")).isFalse();
        assertThat(claims.has("contacts")).isFalse();
        assertThat(claims.path("sub"))
                .isEqualTo(AccessTokenTest.claims(setUp.text("/accessToken")).path("sub"));
        assertThat(firm.me(session).body().path("contacts").findValuesAsText("id"))
                .containsExactly("c1");
    }

    @Test
    void theAddress_isTakenInAnyCase_andThePasswordExactly() {
        portal.setUp(portal.readySetUpToken(address), "caf\u00e9 au lait, without sugar");
        assertThat(portal.logIn(address.toUpperCase(java.util.Locale.ROOT), "cafe\u0301 au lait, without sugar")
                        .status())
                .isEqualTo(200);
        for (String other : List.of(
                "Caf\u00e9 au lait, without sugar",
                "caf\u00e9 au lait, without sugar ",
                " caf\u00e9 au lait, without sugar",
                "caf\u00e9 au lait, without suga",
                "cafe au lait, without sugar",
                "caf\u00e9 au lait, without sugar\u0000",
                "")) {
            assertThat(portal.logIn(address, other).status()).as(other).isEqualTo(401);
        }
    }

    @Test
    void halfAPair_isNotAQuestionMark() {
        portal.setUp(portal.readySetUpToken(address), "who goes there at night?");
        String body = "{\"email\":\"" + address + "\",\"password\":\"who goes there at night\\ud800\"}";
        assertThat(world.api().post("/v1/firms/" + firm.id() + "/login", body).status())
                .isEqualTo(401);
        assertThat(portal.logIn(address, "who goes there at night?").status()).isEqualTo(200);
    }

    @Test
    void whateverTheCause_aRefusalIsTheSameToTheByte() {
        String without = TestFirm.address();
        String deactivated = TestFirm.address();
        String gone = TestFirm.address();
        String elsewhere = TestFirm.address();
        firm.contact("c2", 1, without).contact("c3", 1, deactivated).contact("c4", 1, gone);
        portal.account(address);
        portal.account(deactivated);
        portal.account(gone);
        firm.deactivated(deactivated);
        firm.delete("c4", 2);
        new Portal(world.firm().contact("c1", 1, elsewhere)).account(elsewhere);
        List<Answer> answers = List.of(
                portal.logIn(address, Portal.OTHER),
                portal.logIn(without, Portal.PASSWORD),
                portal.logIn(deactivated, Portal.PASSWORD),
                portal.logIn(gone, Portal.PASSWORD),
                portal.logIn(elsewhere, Portal.PASSWORD),
                portal.logIn(TestFirm.address(), Portal.PASSWORD));
        for (Answer answer : answers) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("invalid-credentials");
            assertThat(answer.withoutRequestId()).isEqualTo(answers.getFirst().withoutRequestId());
            assertThat(answer.headers().map().keySet())
                    .isEqualTo(answers.getFirst().headers().map().keySet());
        }
    }

    @Test
    void anAccountWhoseAddressIsOnNoContact_isAsIfUnknown_untilTheAddressIsBack() {
        Answer session = portal.account(address);
        firm.contact("c1", 2, TestFirm.address());
        assertThat(firm.me(session).status()).isEqualTo(401);
        assertThat(portal.logIn(address, Portal.PASSWORD).code()).isEqualTo("invalid-credentials");
        firm.contact("c1", 3, address);
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anAccountOnTwoContacts_livesAsLongAsTheAddressIsOnOneOfThem() {
        firm.contact("o1", 1, address);
        portal.account(address);
        firm.delete("c1", 2);
        Answer session = portal.logIn(address, Portal.PASSWORD);
        assertThat(firm.me(session).body().path("contacts").findValuesAsText("id"))
                .containsExactly("o1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTenthWrongPassword_locksForFifteenMinutes_whoseverTheAddressIs(boolean known) {
        String whose = known ? address : TestFirm.address();
        if (known) {
            portal.account(address);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(portal.logIn(whose, "wrong " + i).status()).isEqualTo(401);
        }
        Answer locked = portal.logIn(whose, Portal.PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.code()).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(LOCK - 60, LOCK);
        world.clock(LOCK - 60);
        assertThat(portal.logIn(whose, Portal.PASSWORD).status()).isEqualTo(429);
        world.clock(LOCK);
        assertThat(portal.logIn(whose, Portal.PASSWORD).status()).isEqualTo(known ? 200 : 401);
        for (int i = known ? 0 : 1; i < 10; i++) {
            assertThat(portal.logIn(whose, "wrong again " + i).status()).isEqualTo(401);
        }
        assertThat(portal.logIn(whose, Portal.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aRightPassword_forgivesTheWrongOnesBeforeIt() {
        portal.account(address);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 9; i++) {
                assertThat(portal.logIn(address, "wrong").status()).isEqualTo(401);
            }
            assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void aFirmWithoutLogin_saysSoToEveryAddress_andAnUnknownFirmIsNotFound() {
        portal.account(address);
        firm.accessMode("MAGIC_LINK_ONLY");
        for (String whose : List.of(address, TestFirm.address())) {
            Answer off = portal.logIn(whose, Portal.PASSWORD);
            assertThat(off.status()).isEqualTo(403);
            assertThat(off.code()).isEqualTo("login-off");
        }
        assertThat(new Portal(new TestFirm(world, "nofirm"))
                        .logIn(address, Portal.PASSWORD)
                        .status())
                .isEqualTo(404);
        firm.accessMode("MAGIC_LINK_AND_LOGIN");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aLogin_endsWhereTheFirmTurnsLoginsOff_andALinkDoesNot() {
        Answer session = portal.account(address);
        Answer link = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        firm.accessMode("MAGIC_LINK_ONLY");
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(firm.me(link).status()).isEqualTo(200);
    }

    @Test
    void whereASecondFactorIsDemanded_aPasswordLeadsToEnrolment_andALoginWithoutOneMayOnlyLeave() {
        Answer before = portal.account(address);
        firm.accessMode("MAGIC_LINK_AND_LOGIN_2FA");
        Answer login = portal.logIn(address, Portal.PASSWORD);
        assertThat(login.text("/status")).isEqualTo("ENROLMENT_REQUIRED");
        assertThat(login.body().has("accessToken")).isFalse();
        assertThat(firm.me(login.text("/challenge")).code()).isEqualTo("invalid-token");
        assertThat(firm.me(before).code()).isEqualTo("enrolment-required");
        assertThat(portal.sessions(before, "").code()).isEqualTo("enrolment-required");
        assertThat(portal.change(before, Portal.PASSWORD, Portal.OTHER).code()).isEqualTo("enrolment-required");
        Answer refreshed = firm.refresh(before.text("/refreshToken"));
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(firm.me(refreshed).code()).isEqualTo("enrolment-required");
        assertThat(firm.logOut(refreshed).status()).isEqualTo(204);
    }

    @Test
    void anotherHashCost_isUpgradedAtTheNextLogin() {
        portal.account(address);
        firm.hashAtLowerCost(address, Portal.PASSWORD);
        assertThat(firm.table()).contains("m=8,t=1");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
        assertThat(firm.table()).contains("m=19456,t=2,p=1").doesNotContain("m=8,t=1");
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void onePasswordOfTwoClients_isStoredAsTwoHashes() {
        String other = TestFirm.address();
        firm.contact("c2", 1, other);
        portal.account(address);
        portal.account(other);
        List<String> hashes = firm.table()
                .lines()
                .filter(line -> line.contains("passwordHash"))
                .map(line -> line.replaceAll(".*passwordHash=AttributeValue\\(S=([^)]*).*", "$1"))
                .toList();
        assertThat(hashes).hasSize(2).doesNotHaveDuplicates().allMatch(hash -> hash.startsWith("$argon2id$v=19$"));
    }
}
