package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cookie mode: who asks for it gets the refresh token in a cookie and nowhere else, and nobody else gets a cookie. */
final class CookieRules {

    private static final String REFRESH = "/v1/sessions/refresh";
    private static final Set<String> TAKERS = Set.of(REFRESH, "/v1/logout");
    private static final String NAME = "__Host-latchkey-refresh=";
    private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";
    private static final Pattern SET = Pattern.compile(NAME + "[A-Za-z0-9._~-]{22,400}" + RULES + "[1-9][0-9]*");

    private CookieRules() {}

    static List<String> request(Exchange exchange) {
        if (!TAKERS.contains(exchange.path())) {
            return List.of();
        }
        String sent = exchange.requestBody();
        boolean body = sent != null && !sent.isEmpty();
        boolean bearer = !exchange.asked().all("Authorization").isEmpty();
        if (!isAsked(exchange)) {
            boolean token = body || (bearer && !exchange.path().equals(REFRESH));
            return token ? List.of() : List.of("a token was sent neither as the route has it nor in cookie mode");
        }
        List<String> violations = new ArrayList<>();
        if (body || bearer) {
            violations.add("a body or a bearer was sent in cookie mode");
        }
        if (exchange.asked().all("Origin").size() != 1 || cookies(exchange) != 1) {
            violations.add("cookie mode needs one Origin and one cookie");
        }
        return violations;
    }

    static List<String> reply(Exchange exchange) {
        JsonNode body = Json.read(exchange.replyBody()).orElseGet(Json.STRICT::createObjectNode);
        List<String> set = exchange.answered().all("Set-Cookie");
        boolean asked = isAsked(exchange);
        boolean session = exchange.succeeded() && body.has("accessToken");
        List<String> violations = new ArrayList<>();
        if (session && asked == body.has("refreshToken")) {
            violations.add("the refresh token is " + (asked ? "" : "not ") + "in the body");
        }
        boolean over = TAKERS.contains(exchange.path()) && (exchange.status() == 204 || exchange.status() == 401);
        boolean fits;
        if (asked && session) {
            fits = set.size() == 1 && SET.matcher(set.getFirst()).matches();
        } else {
            fits = set.equals(asked && over ? List.of(NAME + RULES + 0) : List.of());
        }
        if (!fits) {
            violations.add("Set-Cookie is " + set);
        }
        return violations;
    }

    private static boolean isAsked(Exchange exchange) {
        return exchange.asked().all("Latchkey-Refresh").equals(List.of("cookie"));
    }

    private static long cookies(Exchange exchange) {
        return exchange.asked().all("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split("; *", -1)))
                .filter(cookie -> cookie.startsWith(NAME))
                .count();
    }
}
