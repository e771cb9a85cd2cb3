package dev.latchkey.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What holds of every reply whatever its route: the headers, and the form of a problem. */
final class ReplyRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ALWAYS = Map.of(
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "strict-transport-security", "max-age=63072000; includeSubDomains");

    private ReplyRules() {}

    static List<String> check(int status, Map<String, List<String>> replyHeaders, String body, String method) {
        Map<String, String> headers = new TreeMap<>();
        replyHeaders.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        List<String> violations = new ArrayList<>();
        ALWAYS.forEach((name, value) -> same(violations, name, headers.getOrDefault(name, ""), value));
        String caching = headers.getOrDefault("cache-control", "");
        if (!caching.equals("no-store") && !caching.equals("public, max-age=300")) {
            violations.add("Cache-Control is \"" + caching + "\"");
        }
        if (status == 429 || status == 503) {
            whole(violations, headers.getOrDefault("retry-after", ""));
        }
        if (status >= 400 && !method.equals("HEAD")) {
            same(violations, "content-type", headers.getOrDefault("content-type", ""), "application/problem+json");
            problem(violations, status, body);
        }
        return violations;
    }

    private static void problem(List<String> violations, int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String code = problem.path("code").asText();
            same(violations, "type", problem.path("type").asText(), "https://latchkey.dev/problems/" + code);
            same(violations, "status", problem.path("status").asText(), Integer.toString(status));
            for (String name : List.of("title", "code", "detail", "requestId")) {
                if (problem.path(name).asText().isEmpty()) {
                    violations.add("the problem lacks " + name);
                }
            }
        } catch (JsonProcessingException notJson) {
            violations.add("the problem is not JSON");
        }
    }

    private static void whole(List<String> violations, String retryAfter) {
        if (!retryAfter.matches("[1-9][0-9]{0,5}")) {
            violations.add("Retry-After is \"" + retryAfter + "\"");
        }
    }

    private static void same(List<String> violations, String what, String is, String should) {
        if (!is.equals(should)) {
            violations.add(what + " is \"" + is + "\" and not \"" + should + "\"");
        }
    }
}
