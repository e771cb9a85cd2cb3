package dev.latchkey.contract;

import static dev.latchkey.contract.Sample.spoilt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker must be seen to object where cookie mode is mixed with the other, or a cookie lacks a lock. */
class ContractCookieTest {

    private static final String COOKIE = "__Host-latchkey-refresh=" + Sample.TOKEN;
    private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";
    private static final String CLEARED = "__Host-latchkey-refresh=" + RULES + "0";
    private static final String SESSION = """
            {"status":"SIGNED_IN","accessToken":"%s.b.c","tokenType":"Bearer","expiresIn":584,
            "refreshExpiresAt":"2026-11-25T02:51:37.791Z",
            "session":{"id":"%s","scope":"request:r1","amr":["email"],"acr":"aal1"}}""".formatted("a".repeat(40), "s".repeat(30));

    @Test
    void aRefreshByCookie_isLetThrough_butNotWithTheTokenInTheBodyToo() {
        Result good = refresh(sample -> {});
        assertThat(good.requestViolations()).isEmpty();
        assertThat(good.replyViolations()).isEmpty();
        assertThat(refresh(sample -> sample.set("/refreshToken", "\"" + Sample.TOKEN + "\""))
                        .replyViolations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Path=/; Secure; SameSite=Strict; Max-Age=43200",
                "Path=/; HttpOnly; SameSite=Strict; Max-Age=43200",
                "Path=/; Secure; HttpOnly; Max-Age=43200",
                "Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200",
                "Path=/v1; Secure; HttpOnly; SameSite=Strict; Max-Age=43200",
                "Path=/; Secure; HttpOnly; SameSite=Strict",
                "Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
                "Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200; Domain=example.com"
            })
    void aCookieThatLacksALock_isObjectedTo(String attributes) {
        assertThat(answered(COOKIE + "; " + attributes)).isNotEmpty();
    }

    @Test
    void noCookie_two_orOneOfAnotherName_isObjectedTo() {
        assertThat(answered()).isNotEmpty();
        assertThat(answered(COOKIE + RULES + "9", COOKIE + RULES + "9")).isNotEmpty();
        assertThat(answered("latchkey-refresh=" + Sample.TOKEN + RULES + "9")).isNotEmpty();
        assertThat(answered(COOKIE + RULES + "9")).isEmpty();
    }

    @Test
    void outsideCookieMode_theTokenIsInTheBody_andThereIsNoCookie() {
        Consumer<Sample> plain = sample -> {
            sample.askedHeaders.remove("Latchkey-Refresh");
            sample.askedHeaders.put("Content-Type", List.of("application/json"));
            sample.asked = "{\"refreshToken\":\"" + Sample.TOKEN + "\"}";
            sample.answeredHeaders.remove("Set-Cookie");
            sample.set("/refreshToken", "\"" + Sample.TOKEN + "\"");
        };
        assertThat(refresh(plain).replyViolations()).isEmpty();
        assertThat(refresh(plain.andThen(sample -> sample.set("/refreshToken", null)))
                        .replyViolations())
                .isNotEmpty();
        assertThat(refresh(plain.andThen(
                                sample -> sample.answeredHeaders.put("Set-Cookie", List.of(COOKIE + RULES + "9"))))
                        .replyViolations())
                .isNotEmpty();
        assertThat(refresh(plain.andThen(sample -> sample.asked = null)).requestViolations())
                .isNotEmpty();
    }

    @Test
    void aBody_aBearer_noOriginOrTwo_noCookieOrTwo_areRequestViolations() {
        assertThat(asked("Authorization", "Bearer a.b.c")).isNotEmpty();
        assertThat(asked("Origin")).isNotEmpty();
        assertThat(asked("Origin", "https://a.example", "https://b.example")).isNotEmpty();
        assertThat(asked("Cookie")).isNotEmpty();
        assertThat(asked("Cookie", COOKIE + "; " + COOKIE)).isNotEmpty();
        assertThat(asked("Cookie", "a=1; " + COOKIE)).isEmpty();
        assertThat(refresh(sample -> {
                            sample.askedHeaders.put("Content-Type", List.of("application/json"));
                            sample.asked = "{\"refreshToken\":\"" + Sample.TOKEN + "\"}";
                        })
                        .requestViolations())
                .isNotEmpty();
    }

    @Test
    void aLogoutAndARefusal_takeTheCookieAway_inCookieModeAlone() {
        assertThat(logout(null, CLEARED)).isEmpty();
        assertThat(logout(null)).isNotEmpty();
        assertThat(logout(null, COOKIE + RULES + "9")).isNotEmpty();
        assertThat(logout("Bearer a.b.c")).isEmpty();
        assertThat(logout("Bearer a.b.c", CLEARED)).isNotEmpty();
        assertThat(refused(CLEARED)).isEmpty();
        assertThat(refused()).isNotEmpty();
    }

    private static List<String> refused(String... cookies) {
        return refresh(sample -> {
                    sample.problem(401, "invalid-token");
                    sample.answeredHeaders.put("WWW-Authenticate", List.of("Bearer"));
                    set(sample, cookies);
                })
                .replyViolations();
    }

    private static List<String> logout(@Nullable String bearer, String... cookies) {
        return refresh(sample -> {
                    sample.path = "/v1/logout";
                    sample.status = 204;
                    sample.answered = "";
                    sample.answeredHeaders.remove("Content-Type");
                    set(sample, cookies);
                    if (bearer != null) {
                        sample.askedHeaders.remove("Latchkey-Refresh");
                        sample.askedHeaders.put("Authorization", List.of(bearer));
                    }
                })
                .replyViolations();
    }

    private static void set(Sample sample, String... cookies) {
        sample.answeredHeaders.remove("Set-Cookie");
        if (cookies.length > 0) {
            sample.answeredHeaders.put("Set-Cookie", List.of(cookies));
        }
    }

    private static List<String> answered(String... cookies) {
        return refresh(sample -> set(sample, cookies)).replyViolations();
    }

    private static List<String> asked(String header, String... values) {
        return refresh(sample -> sample.askedHeaders.put(header, List.of(values)))
                .requestViolations();
    }

    private static Result refresh(Consumer<Sample> spoil) {
        Consumer<Sample> good = sample -> {
            sample.path = "/v1/sessions/refresh";
            sample.asked = null;
            sample.askedHeaders.remove("Content-Type");
            sample.askedHeaders.put("Latchkey-Refresh", List.of("cookie"));
            sample.askedHeaders.put("Origin", List.of("https://portal.example.com"));
            sample.askedHeaders.put("Cookie", List.of(COOKIE));
            sample.answered = SESSION;
            sample.answeredHeaders.put("Set-Cookie", List.of(COOKIE + RULES + "43200"));
        };
        return spoilt(good.andThen(spoil));
    }
}
