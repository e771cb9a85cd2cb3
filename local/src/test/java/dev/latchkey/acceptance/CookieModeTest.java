package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browsers may keep the refresh token in a cookie that no script can read. */
class CookieModeTest {

    private static final int TWELVE_HOURS = 12 * 60 * 60;

    private final World world = World.get();
    private final Browser browser = new Browser(world);
    private final TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
    private final String device = TestFirm.device();
    private final Mail mail = firm.mailed("c1", "r1");
    private final Answer session = browser.redeem(mail.token(), device);
    private final String token = Browser.token(session);

    @Test
    void redeeming_setsTheRefreshToken_inACookieWithEveryLock_andKeepsItOutOfTheBody() {
        assertThat(session.status()).isEqualTo(200);
        assertThat(Browser.set(session)).isEqualTo("__Host-latchkey-refresh=" + token + Browser.RULES + TWELVE_HOURS);
        assertThat(session.body().has("refreshToken")).isFalse();
        assertThat(session.text()).doesNotContain(token);
        assertThat(session.text("/refreshExpiresAt")).isNotEmpty();
        assertThat(firm.me(session).status()).isEqualTo(200);
        assertThat(Browser.token(browser.redeem(mail.token(), device))).isEqualTo(token);
    }

    @Test
    void theCookieLastsAsLongAsTheSession_andNoLonger() {
        String latest = token;
        for (int hours = 11; hours < 30 * 24 - 1; hours += 11) {
            world.clock(Duration.ofHours(hours).toSeconds());
            latest = Browser.token(browser.refresh(latest));
        }
        world.clock(Duration.ofDays(30).minusHours(1).toSeconds());
        String set = Browser.set(browser.refresh(latest));
        assertThat(Integer.parseInt(set.substring(set.lastIndexOf('=') + 1))).isBetween(3_480, 3_600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie", "cookies", "body", "cookie, cookie", "true"})
    void anyOtherWord_leavesTheTokenInTheBody_andSetsNoCookie(String word) {
        Map<String, String> asked = Map.of("token", mail.token(), "deviceSecret", device);
        Answer plain = world.api().post("/v1/magic-links/redeem", asked, "Latchkey-Refresh", word);
        assertThat(plain.text("/refreshToken")).isEqualTo(token);
        assertThat(plain.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void refreshingByCookie_setsTheSuccessor_inTheSameSession() {
        Answer next = browser.refresh(token);
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text("/session")).isEqualTo(session.text("/session"));
        assertThat(next.body().has("refreshToken")).isFalse();
        assertThat(Browser.token(next)).isNotEqualTo(token).isNotEmpty();
        assertThat(next.text()).doesNotContain(Browser.token(next));
        assertThat(firm.me(next).status()).isEqualTo(200);
    }

    @Test
    void theOldCookieAgainWithinThirtySeconds_getsTheSameSuccessor_andLaterEndsTheFamily() {
        String next = Browser.token(browser.refresh(token));
        assertThat(Browser.token(browser.refresh(token))).isEqualTo(next);
        world.clock(31);
        Browser.refused(browser.refresh(token));
        Browser.refused(browser.refresh(next));
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
    }

    @Test
    void loggingOutByCookie_endsTheSessionAtOnce_andClearsTheCookie() {
        Answer over = browser.logOut(token);
        assertThat(over.status()).isEqualTo(204);
        assertThat(Browser.set(over)).isEqualTo(Browser.CLEARED);
        assertThat(firm.me(session).code()).isEqualTo("invalid-token");
        Browser.refused(browser.refresh(token));
        Browser.refused(browser.logOut(token));
        assertThat(audit()).anyMatch(line -> line.contains("session.ended"));
    }

    @Test
    void aTokenThatWasJustSpent_logsOutToo() {
        Answer next = browser.refresh(token);
        assertThat(browser.logOut(token).status()).isEqualTo(204);
        assertThat(firm.me(next).code()).isEqualTo("invalid-token");
        assertThat(audit()).noneMatch(line -> line.contains("session.refresh-reused"));
    }

    @Test
    void aReusedTokenAtLogout_endsTheFamily_andIsReportedAsAtARefresh() {
        Answer third = browser.refresh(Browser.token(browser.refresh(token)));
        Browser.refused(browser.logOut(token));
        Browser.refused(browser.refresh(Browser.token(third)));
        assertThat(firm.me(third).code()).isEqualTo("invalid-token");
        assertThat(audit())
                .anyMatch(line -> line.contains("session.refresh-reused"))
                .noneMatch(line -> line.contains("session.ended"));
    }

    private List<String> audit() {
        return firm.table()
                .lines()
                .filter(line -> line.contains(firm.id() + "#audit"))
                .toList();
    }
}
