package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * Lets functions that judge access tokens fetch the public keys, which each does at its first request and then keeps. Whoever
 * counts the calls of later ones has this done before, by a token that is good but for its session.
 */
final class KnownKeys {

    private static final List<String> ROUTES = List.of(
            "GET /v1/me",
            "POST /v1/logout",
            "GET /v1/sessions",
            "DELETE /v1/sessions",
            "DELETE /v1/sessions/none",
            "PUT /v1/password",
            "POST /v1/totp/enroll",
            "POST /v1/totp/verify",
            "DELETE /v1/totp",
            "POST /v1/recovery-codes");

    private KnownKeys() {}

    static void everywhere(World world) {
        String token = endedToken(world);
        for (String route : ROUTES) {
            String[] parts = route.split(" ", 2);
            Answer refused = world.api().send(parts[0], parts[1], null, "Authorization", "Bearer " + token);
            assertThat(refused.code()).as(route).isEqualTo("invalid-token");
        }
    }

    static String endedToken(World world) {
        TestFirm firm = world.firm().contact("c1", 1, TestFirm.address());
        Answer session = firm.redeem(firm.mailed("c1", "r1").token(), TestFirm.device());
        firm.logOut(session);
        return session.text("/accessToken");
    }
}
