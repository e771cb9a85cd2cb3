package dev.latchkey.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What holds of every reply whatever its route, and the validator library doesn't look at. */
final class ReplyRules {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final int YEAR = 365 * 24 * 60 * 60;
    private static final Pattern HTTPS_ONLY =
            Pattern.compile("max-age=([0-9]{8,10})(; includeSubDomains)?(; preload)?");
    private static final Map<String, String> ALWAYS =
            Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

    private ReplyRules() {}

    static List<String> check(Exchange exchange) {
        List<String> violations = new ArrayList<>();
        Headers headers = exchange.answered();
        ALWAYS.forEach((name, value) -> only(violations, headers, name, value));
        only(violations, headers, "Cache-Control", caching(exchange));
        httpsOnly(violations, headers);
        if (exchange.status() == 429 || exchange.status() == 503) {
            retry(violations, headers);
        }
        if (!exchange.replyBody().isEmpty()) {
            body(violations, exchange);
        }
        return violations;
    }

    private static String caching(Exchange exchange) {
        if (exchange.status() == 200 && exchange.path().startsWith("/.well-known/")) {
            return "public, max-age=300";
        }
        return exchange.status() == 200 && exchange.path().matches("/v1/firms/[^/]+/portal")
                ? "public, max-age=60"
                : "no-store";
    }

    private static void only(List<String> violations, Headers headers, String name, String value) {
        if (!headers.all(name).equals(List.of(value))) {
            violations.add(name + " is " + headers.all(name) + " and not [" + value + "]");
        }
    }

    private static void httpsOnly(List<String> violations, Headers headers) {
        var value = HTTPS_ONLY.matcher(headers.text("Strict-Transport-Security"));
        if (!value.matches() || Long.parseLong(value.group(1)) < YEAR) {
            violations.add("Strict-Transport-Security is " + headers.all("Strict-Transport-Security"));
        }
    }

    private static void retry(List<String> violations, Headers headers) {
        if (!headers.text("Retry-After").matches("[1-9][0-9]{0,4}")) {
            violations.add("Retry-After is " + headers.all("Retry-After"));
        }
    }

    private static void body(List<String> violations, Exchange exchange) {
        if (exchange.isFile()) {
            return;
        }
        only(violations, exchange.answered(), "Content-Type", exchange.status() >= 400 ? PROBLEM : JSON);
        if (Json.read(exchange.replyBody()).isEmpty()) {
            violations.add("the reply is not one JSON value, or has a field twice");
        }
    }
}
