package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionListTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final World world = World.get();
    private final String address = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, address);
    private final Portal portal = new Portal(firm);
    private final Answer own = portal.account(address);

    @Test
    void aClientSeesTheirSessions_newestFirst_withBrowserAndApproximateSource() {
        Answer other = portal.logIn(address, Portal.PASSWORD, "User-Agent", FIREFOX);
        Answer link = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        JsonNode items = portal.sessions(own, "").body().path("items");
        assertThat(items.findValuesAsText("id"))
                .containsExactly(link.text("/session/id"), other.text("/session/id"), own.text("/session/id"));
        assertThat(items.findValuesAsText("scope")).containsExactly("requests", "portal", "portal");
        assertThat(items.findValuesAsText("current")).containsExactly("false", "false", "true");
        assertThat(items.get(1).path("browser").asText()).isEqualTo("Firefox on Windows");
        assertThat(items.get(1).path("source").asText()).isEqualTo("127.0.0.0/24");
        assertThat(items.get(1).path("createdAt").asText()).matches("20\\d\\d-.*T.*\\.\\d{3}Z");
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148, iPhone (browser unknown)",
        "Mozilla/5.0 (Linux; Android 15) SomeApp/1.0, Android (browser unknown)",
        "curl/8.5.0, unknown",
        "Firefox/140.0, Firefox"
    })
    void aBrowserThatSaysLess_isNamedByWhatItSays(String agent, String named) {
        portal.logIn(address, Portal.PASSWORD, "User-Agent", agent);
        assertThat(portal.sessions(own, "").text("/items/0/browser")).isEqualTo(named);
    }

    @Test
    void theList_isReadInPages_withCursorsOfTheReadersOwn() {
        for (int i = 0; i < 4; i++) {
            portal.logIn(address, Portal.PASSWORD);
        }
        List<String> whole = portal.sessions(own, "").body().path("items").findValuesAsText("id");
        assertThat(whole).hasSize(5);
        List<String> paged = new ArrayList<>();
        String query = "?limit=2";
        while (!query.isEmpty()) {
            JsonNode page = portal.sessions(own, query).body();
            paged.addAll(page.path("items").findValuesAsText("id"));
            query = page.path("nextCursor").isNull()
                    ? ""
                    : "?limit=2&cursor=" + page.path("nextCursor").asText();
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void aCursorThatWasAltered_orGivenToAnother_isRefused() {
        Answer other = portal.logIn(address, Portal.PASSWORD);
        String cursor = portal.sessions(own, "?limit=1").text("/nextCursor");
        String altered = (cursor.charAt(0) == '1' ? "2" : "1") + cursor.substring(1);
        for (String bad : List.of(altered, cursor.substring(1), cursor + "A", "x".repeat(40))) {
            assertThat(portal.sessions(own, "?cursor=" + bad).code()).isEqualTo("invalid-cursor");
        }
        assertThat(portal.sessions(other, "?cursor=" + cursor).code()).isEqualTo("invalid-cursor");
        assertThat(portal.sessions(own, "?cursor=" + cursor).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "x", "", "1e2"})
    void aLimitThatIsNone_isRefused(String limit) {
        assertThat(portal.sessions(own, "?limit=" + limit).code()).isEqualTo("invalid-request");
    }

    @Test
    void aSessionThatIsEnded_isWorthNothingAtOnce_andTheOthersStay() {
        Answer other = portal.logIn(address, Portal.PASSWORD);
        String id = other.text("/session/id");
        assertThat(portal.end(own, id).status()).isEqualTo(204);
        assertThat(firm.me(other).code()).isEqualTo("invalid-token");
        assertThat(firm.refresh(other.text("/refreshToken")).code()).isEqualTo("invalid-token");
        assertThat(portal.end(own, id).status()).isEqualTo(404);
        assertThat(firm.me(own).status()).isEqualTo(200);
        assertThat(portal.sessions(own, "").body().path("items")).hasSize(1);
    }

    @Test
    void nobodysOtherSession_canBeEnded() {
        String stranger = TestFirm.address();
        firm.contact("c2", 1, stranger);
        Answer theirs = portal.account(stranger);
        TestFirm twin = world.firm().contact("c1", 1, address);
        Answer namesake = new Portal(twin).account(address);
        Answer device = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        for (Answer session : List.of(theirs, namesake, device)) {
            assertThat(portal.end(own, session.text("/session/id")).status()).isEqualTo(404);
        }
        assertThat(portal.end(own, "nothing").status()).isEqualTo(404);
        assertThat(firm.me(theirs).status()).isEqualTo(200);
        assertThat(twin.me(namesake).status()).isEqualTo(200);
        assertThat(firm.me(device).status()).isEqualTo(200);
    }

    @Test
    void endingAll_endsOnesOwnToo() {
        Answer other = portal.logIn(address, Portal.PASSWORD);
        Answer link = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        assertThat(portal.endAll(own).status()).isEqualTo(204);
        for (Answer session : List.of(own, other, link)) {
            assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        }
        assertThat(portal.logIn(address, Portal.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aLinkSession_neitherListsNorEndsSessions() {
        Answer link = firm.redeem(firm.signInMail(address).token(), TestFirm.device());
        assertThat(portal.sessions(link, "").code()).isEqualTo("insufficient-scope");
        assertThat(portal.endAll(link).code()).isEqualTo("insufficient-scope");
        assertThat(portal.end(link, own.text("/session/id")).code()).isEqualTo("insufficient-scope");
        assertThat(firm.me(own).status()).isEqualTo(200);
    }

    @Test
    void aLogin_endsAfterTwelveIdleHours_andAfterThirtyDaysHoweverItIsUsed() {
        Answer session = own;
        world.clock(12 * 3_600 - 60);
        session = firm.refresh(session.text("/refreshToken"));
        assertThat(session.status()).isEqualTo(200);
        world.clock(24 * 3_600 - 50);
        assertThat(firm.refresh(session.text("/refreshToken")).code()).isEqualTo("invalid-token");
        world.clock(0);
        Answer used = portal.logIn(address, Portal.PASSWORD);
        for (int half = 1; half < 60; half++) {
            world.clock(half * 43_000L);
            used = firm.refresh(used.text("/refreshToken"));
            assertThat(used.status()).as("half day " + half).isEqualTo(200);
        }
        world.clock(30 * 86_400L);
        assertThat(firm.refresh(used.text("/refreshToken")).code()).isEqualTo("invalid-token");
    }
}
