package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the portal's own pages can use the refresh cookie, in one way, at two routes. */
class CookieRefusalTest {

    private final World world = World.get();
    private final Browser browser = new Browser(world);
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
    private final Answer session = browser.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
    private final String token = Browser.token(session);

    @ParameterizedTest
    @ValueSource(strings = {Browser.REFRESH, Browser.LOGOUT})
    void aPageOfAnyOtherOrigin_ofNone_orOfTwo_isForbidden_andNothingChanges(String path) {
        String before = firm.table();
        for (String[] origins : wrongOrigins()) {
            Answer answer = browser.send(path, null, Browser.cookie(token), origins);
            assertThat(answer.status()).as(String.join(" ", origins)).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("forbidden");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(firm.table()).isEqualTo(before);
        assertThat(browser.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void withoutTheHeader_theCookieIsNotLookedAt() {
        String before = firm.table();
        String[] sent = {"Cookie", "__Host-latchkey-refresh=" + token, "Origin", world.origin()};
        assertThat(world.api().send("POST", Browser.LOGOUT, null, sent).code()).isEqualTo("invalid-token");
        assertThat(world.api().post(Browser.REFRESH, Map.of(), sent).code()).isEqualTo("invalid-request");
        assertThat(world.api().send("POST", Browser.REFRESH, null, sent).code()).isEqualTo("unsupported-media-type");
        assertThat(firm.table()).isEqualTo(before);
        Answer plain = world.api().post(Browser.REFRESH, Map.of("refreshToken", token), sent);
        assertThat(plain.text("/refreshToken")).isNotEmpty();
        assertThat(plain.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Browser.REFRESH, Browser.LOGOUT})
    void aBodyOrABearer_besidesTheCookie_isAnInvalidRequest_andTheCookieStays(String path) {
        String own = world.origin();
        String before = firm.table();
        List<String> bearer = List.of(
                "Cookie",
                "__Host-latchkey-refresh=" + token,
                "Authorization",
                "Bearer " + session.text("/accessToken"));
        for (Answer answer : List.of(
                browser.send(path, "{}", Browser.cookie(token), own),
                browser.send(path, " ", Browser.cookie(token), own),
                browser.send(path, "{\"refreshToken\":\"" + token + "\"}", Browser.cookie(token), own),
                browser.send(path, null, bearer, own))) {
            assertThat(answer.code()).isEqualTo("invalid-request");
            assertThat(answer.body().path("errors")).isNotEmpty();
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(firm.table()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {Browser.REFRESH, Browser.LOGOUT})
    void noCookie_twoOfThatName_oneInAnotherForm_orOfAnotherName_isRefusedAndCleared(String path) {
        String before = firm.table();
        for (String cookies : wrongCookies()) {
            Browser.refused(browser.send(path, null, List.of("Cookie", cookies), world.origin()));
        }
        Browser.refused(browser.send(path, null, List.of(), world.origin()));
        assertThat(firm.table()).isEqualTo(before);
        List<String> amongOthers = List.of("Cookie", "a=1; __Host-latchkey-refresh=" + token + "; b=2");
        assertThat(browser.send(path, null, amongOthers, world.origin()).status())
                .isLessThan(300);
    }

    @Test
    void theCookie_isWorthNothingOnAnyOtherRoute() {
        List<String> headers = Browser.cookie(token);
        Answer me = world.api()
                .get(
                        "/v1/me",
                        headers.getFirst(),
                        headers.getLast(),
                        "Latchkey-Refresh",
                        "cookie",
                        "Origin",
                        world.origin());
        assertThat(me.code()).isEqualTo("invalid-token");
        assertThat(me.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void errorsInCookieMode_reachThePortalsScripts_andNoOthers() {
        String own = world.origin();
        for (Answer answer : List.of(
                browser.send(Browser.REFRESH, null, List.of(), own),
                browser.send(Browser.LOGOUT, "{}", Browser.cookie(token), own))) {
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(own);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .contains("true");
        }
        Answer foreign = browser.send(Browser.REFRESH, null, Browser.cookie(token), "https://evil.test");
        assertThat(foreign.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(foreign.text()).doesNotContain("evil.test");
    }

    private List<String> wrongCookies() {
        String good = "__Host-latchkey-refresh=" + token;
        return List.of(
                "a=1",
                good + "; " + good,
                good + "; __Host-latchkey-refresh",
                good + "x",
                "__Host-latchkey-refresh=",
                "__Host-latchkey-refresh=\"" + token + "\"",
                "__Host-latchkey-refresh=" + "x".repeat(120),
                "__Host-latchkey-refresh=" + session.text("/accessToken"),
                "latchkey-refresh=" + token,
                "__host-latchkey-refresh=" + token,
                "__Host-latchkey-refresh =" + token,
                "\u00a0" + good);
    }

    private String[][] wrongOrigins() {
        String own = world.origin();
        return new String[][] {
            {"https://evil.test"},
            {"https://portal.example.evil.test"},
            {own + ".evil.test"},
            {"null"},
            {},
            {""},
            {own, own},
            {own, "https://evil.test"},
            {own + "," + own},
            {own + "/"},
            {own.replace("http", "https")},
            {own.replace("http", "HTTP")}
        };
    }
}
