package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device whose secret is kept in a cookie that no script reads. */
class DeviceCookieTest {

    private static final String NAME = "__Host-latchkey-device=";
    private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=34560000";

    private final World world = World.get();
    private final String email = TestFirm.address();
    private final TestFirm firm = world.firm().contact("c1", 1, email);
    private final Portal portal = new Portal(firm);
    private final String origin = world.origin();

    @ParameterizedTest
    @CsvSource({"magic-links", "accounts", "password/forgot"})
    void whoeverAsksForMail_getsOne_whoseverTheAddressIs_andKeepsIt(String path) {
        Answer first = send("/v1/firms/" + firm.id() + "/" + path, Map.of("email", email));
        Answer nobodys = send("/v1/firms/" + firm.id() + "/" + path, Map.of("email", TestFirm.address()));
        assertThat(first.status()).isEqualTo(202);
        assertThat(secret(first)).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(secret(nobodys));
        Answer again =
                send("/v1/firms/" + firm.id() + "/" + path, Map.of("email", email), "Cookie", NAME + secret(first));
        assertThat(secret(again)).isEqualTo(secret(first));
    }

    @Test
    void whoeverGetsIn_getsOne_andNobodyElse() {
        portal.account(email);
        String login = "/v1/firms/" + firm.id() + "/login";
        Answer wrong = send(login, Map.of("email", email, "password", "wrong"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(cookies(wrong)).isEmpty();
        Answer in = send(login, Map.of("email", email, "password", Portal.PASSWORD), "Latchkey-Refresh", "cookie");
        assertThat(in.status()).isEqualTo(200);
        assertThat(cookies(in)).hasSize(2);
        assertThat(cookies(portal.logIn(email, Portal.PASSWORD))).isEmpty();
    }

    @Test
    void aLinkIsItsDevices_byTheCookie() {
        String token = firm.mailed("c1", "r1").token();
        Answer first = send("/v1/magic-links/redeem", Map.of("token", token));
        assertThat(first.status()).isEqualTo(200);
        Answer again = send("/v1/magic-links/redeem", Map.of("token", token), "Cookie", NAME + secret(first));
        assertThat(again.text("/session/id")).isEqualTo(first.text("/session/id"));
        Answer other = send("/v1/magic-links/redeem", Map.of("token", token));
        assertThat(other.code()).isEqualTo("link-claimed");
        assertThat(cookies(other)).isEmpty();
    }

    @Test
    void withASecondFactor_theReplyToTheCodeSetsIt_andTheDeviceIsKnownByThat() {
        SecondFactor codes = new SecondFactor(firm);
        SecondFactor.Owner owner = codes.enrolled(email);
        String login = "/v1/firms/" + firm.id() + "/login";
        Answer challenge = send(login, Map.of("email", email, "password", Portal.PASSWORD));
        assertThat(cookies(challenge)).isEmpty();
        Answer in = send(
                "/v1/totp/verify",
                Map.of("code", owner.app().code()),
                "Authorization",
                "Bearer " + challenge.text("/challenge"));
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        for (int guess = 0; guess < 10; guess++) {
            portal.logIn(email, "wrong");
        }
        assertThat(portal.logIn(email, Portal.PASSWORD).status()).isEqualTo(429);
        assertThat(send(login, Map.of("email", email, "password", Portal.PASSWORD), "Cookie", NAME + secret(in))
                        .text("/status"))
                .isEqualTo("TOTP_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/firms/F/magic-links", "/v1/firms/F/accounts", "/v1/firms/F/login", "/v1/firms/F/password/forgot",
        "/v1/accounts/set-up", "/v1/password/reset", "/v1/magic-links/redeem", "/v1/totp/verify",
        "/v1/recovery-codes/verify", "/v1/magic-links/renew", "/v1/accounts/set-up/renew"
    })
    void aPageOfAnotherOrigin_mayNotUseIt_andNothingIsLookedAt(String path) {
        SecondFactor codes = new SecondFactor(firm);
        codes.enrolled(email);
        Map<String, ?> body = path.contains("verify")
                ? path.contains("totp") ? Map.of("code", "123456") : Map.of("recoveryCode", "0000-0000-0000-0000")
                : path.contains("firms")
                        ? path.contains("login") ? Map.of("email", email, "password", "x") : Map.of("email", email)
                        : path.contains("redeem") || path.contains("renew")
                                ? Map.of("token", "x".repeat(60))
                                : Map.of("token", "x".repeat(60), "password", Portal.PASSWORD);
        String bearer = path.contains("verify") ? codes.challenge(email) : "";
        String[] headers = path.contains("verify")
                ? new String[] {
                    "Authorization", "Bearer " + bearer, "Latchkey-Device", "cookie", "Origin", "https://evil.test"
                }
                : new String[] {"Latchkey-Device", "cookie", "Origin", "https://evil.test"};
        Answer refused = world.api().post(path.replace("/F/", "/" + firm.id() + "/"), body, headers);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(cookies(refused)).isEmpty();
    }

    @Test
    void bothAtOnce_areRefused_andAMalformedCookieIsNone() {
        Map<String, String> both = Map.of("email", email, "deviceSecret", TestFirm.device());
        assertThat(send("/v1/firms/" + firm.id() + "/accounts", both).code()).isEqualTo("invalid-request");
        Answer odd = send("/v1/firms/" + firm.id() + "/accounts", Map.of("email", email), "Cookie", NAME + "short");
        assertThat(secret(odd)).hasSize(43);
    }

    private Answer send(String path, Map<String, ?> body, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Latchkey-Device";
        all[headers.length + 1] = "cookie";
        all[headers.length + 2] = "Origin";
        all[headers.length + 3] = origin;
        return world.api().post(path, body, all);
    }

    private static List<String> cookies(Answer answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static String secret(Answer answer) {
        String cookie = cookies(answer).stream()
                .filter(set -> set.startsWith(NAME))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).endsWith(RULES);
        return cookie.substring(NAME.length(), cookie.length() - RULES.length());
    }
}
