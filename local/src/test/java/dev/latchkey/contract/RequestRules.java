package dev.latchkey.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the contract says of every request in words, and the validator library doesn't look at. */
final class RequestRules {

    private static final int LARGEST = 16 * 1024;
    private static final Pattern JSON_IN_UTF8 = Pattern.compile(
            "application/json\\s*(;(?!\\s*charset\\s*=)[^,;]*|;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)*",
            Pattern.CASE_INSENSITIVE);

    private RequestRules() {}

    static List<String> check(Exchange exchange) {
        List<String> violations = new ArrayList<>();
        if (exchange.asked().all("Authorization").size() > 1) {
            violations.add("Authorization was sent more than once");
        }
        String body = exchange.requestBody();
        if (body != null && !body.isEmpty()) {
            body(violations, body, exchange.asked().all("Content-Type"));
        }
        return violations;
    }

    private static void body(List<String> violations, String body, List<String> types) {
        if (types.size() != 1 || !JSON_IN_UTF8.matcher(types.getFirst()).matches()) {
            violations.add("the body is not declared as JSON in UTF-8, but as " + types);
        }
        if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            violations.add("the body is larger than 16 KiB");
        }
        if (Json.read(body).isEmpty()) {
            violations.add("the body is not one JSON value, or has a field twice");
        }
    }
}
