package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cookie mode: who asks for it gets the refresh token in a cookie and nowhere else. A device's cookie: who asks for it gets it
 * where they are let in or ask for mail. Nobody else gets a cookie.
 */
final class CookieRules {

    private static final String REFRESH = "/v1/sessions/refresh";
    private static final Set<String> TAKERS = Set.of(REFRESH, "/v1/logout");
    private static final String NAME = "__Host-latchkey-refresh=";
    private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";
    private static final Pattern SET = Pattern.compile(NAME + "[A-Za-z0-9._~-]{22,400}" + RULES + "[1-9][0-9]*");

    private static final String REDEEM = "/v1/magic-links/redeem";
    private static final Pattern DEVICES = Pattern.compile(
            "/v1/(firms/[^/]+/(magic-links|accounts|login|password/forgot)|accounts/set-up(/renew)?|password/reset"
                    + "|magic-links/(redeem|renew)|totp/verify|recovery-codes/verify)");
    private static final String DEVICE = "__Host-latchkey-device=";
    private static final Pattern SET_DEVICE = Pattern.compile(DEVICE + "[A-Za-z0-9_-]{43}" + RULES + "34560000");

    private CookieRules() {}

    static List<String> request(Exchange exchange) {
        if (DEVICES.matcher(exchange.path()).matches()) {
            return device(exchange);
        }
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

    /** Where a link is redeemed a device is named, by one of the two ways; elsewhere by one of them at most. */
    private static List<String> device(Exchange exchange) {
        String sent = exchange.requestBody();
        boolean field = Json.read(sent == null ? "" : sent)
                .filter(body -> body.has("deviceSecret"))
                .isPresent();
        boolean cookie = isDeviceAsked(exchange);
        boolean needed = exchange.path().equals(REDEEM);
        boolean named = needed ? field != cookie : !(field && cookie);
        return !named ? List.of("the device is named " + (field ? "by field and cookie" : "by nothing")) : List.of();
    }

    private static boolean isDeviceAsked(Exchange exchange) {
        return exchange.asked().all("Latchkey-Device").equals(List.of("cookie"));
    }

    static List<String> reply(Exchange exchange) {
        JsonNode body = Json.read(exchange.replyBody()).orElseGet(Json.STRICT::createObjectNode);
        List<String> all = exchange.answered().all("Set-Cookie");
        List<String> device =
                all.stream().filter(cookie -> cookie.startsWith(DEVICE)).toList();
        List<String> set =
                all.stream().filter(cookie -> !cookie.startsWith(DEVICE)).toList();
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
        if (!fits || !fitsDevice(exchange, body, device)) {
            violations.add("Set-Cookie is " + all);
        }
        boolean foreign = DEVICES.matcher(exchange.path()).matches()
                && body.path("code").asText().equals("forbidden");
        if (foreign && !isDeviceAsked(exchange)) {
            violations.add("forbidden to nobody's page");
        }
        return violations;
    }

    /** Asking for mail is a 202; being let in a session; a link is its device's also where a code is asked for. */
    private static boolean fitsDevice(Exchange exchange, JsonNode body, List<String> set) {
        boolean asked = isDeviceAsked(exchange);
        boolean claimed = exchange.path().equals(REDEEM) && body.has("challenge");
        boolean due = exchange.succeeded() && (exchange.status() == 202 || body.has("accessToken") || claimed);
        boolean isOne = set.size() == 1 && SET_DEVICE.matcher(set.getFirst()).matches();
        return (asked && due) ? isOne : set.isEmpty();
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
