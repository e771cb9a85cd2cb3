package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portal's page in cookie mode. It keeps no cookie by itself, so that a test can send whichever it likes. */
record Browser(World world) {

    private static final String NAME = "__Host-latchkey-refresh";
    static final String REFRESH = "/v1/sessions/refresh";
    static final String LOGOUT = "/v1/logout";
    static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";
    static final String CLEARED = NAME + "=" + RULES + "0";

    Answer redeem(String token, String device) {
        return world.api()
                .post(
                        "/v1/magic-links/redeem",
                        Map.of("token", token, "deviceSecret", device),
                        "Latchkey-Refresh",
                        "cookie");
    }

    Answer refresh(String token) {
        return send(REFRESH, null, cookie(token), world.origin());
    }

    Answer logOut(String token) {
        return send(LOGOUT, null, cookie(token), world.origin());
    }

    /** Asks in cookie mode with as many origins as are given, and further headers of one's own before. */
    Answer send(String path, @Nullable String body, List<String> headers, String... origins) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("Latchkey-Refresh", "cookie"));
        for (String origin : origins) {
            all.addAll(List.of("Origin", origin));
        }
        return world.api().send("POST", path, body, all.toArray(String[]::new));
    }

    static List<String> cookie(String token) {
        return List.of("Cookie", NAME + "=" + token);
    }

    /** What a reply sets, whole; a reply that sets no cookie, or several, fails the test. */
    static String set(Answer answer) {
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies).as(answer.text()).hasSize(1);
        return cookies.getFirst();
    }

    /** Holds a reply to what a worthless cookie gets, which is taken away. */
    static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("invalid-token");
        assertThat(set(answer)).isEqualTo(CLEARED);
    }

    /** The token in the cookie that a reply sets; empty where it clears it. */
    static String token(Answer answer) {
        return set(answer).substring(NAME.length() + 1, set(answer).indexOf(';'));
    }
}
