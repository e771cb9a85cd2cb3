package dev.latchkey.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A good call of inspect, for tests to spoil in one respect. */
final class Sample {

    static final String TOKEN = "x".repeat(60);
    static final String ASKED = "{\"token\":\"" + TOKEN + "\"}";

    String method = "POST";
    String path = "/v1/magic-links/inspect";

    @Nullable
    String asked = ASKED;

    int status = 200;
    String answered = """
            {"kind":"REQUEST","state":"OPEN","firm":{"id":"a","name":"A"},"emailHint":"a•••@example.com",
            "requestId":"r1","expiresAt":"2026-12-24T14:51:37.791Z"}""";

    final Map<String, List<String>> askedHeaders = new TreeMap<>(Map.of("Content-Type", List.of("application/json")));
    final Map<String, List<String>> answeredHeaders = new TreeMap<>(Map.of(
            "Content-Type", List.of("application/json"),
            "Cache-Control", List.of("no-store"),
            "X-Content-Type-Options", List.of("nosniff"),
            "Referrer-Policy", List.of("no-referrer"),
            "Strict-Transport-Security", List.of("max-age=63072000; includeSubDomains")));

    static Result spoilt(Consumer<Sample> spoil) {
        Sample sample = new Sample();
        spoil.accept(sample);
        return Contract.check(
                sample.method,
                sample.path,
                sample.askedHeaders,
                sample.asked,
                sample.status,
                sample.answeredHeaders,
                sample.answered);
    }

    /** The reply becomes a problem of this status and code, in the form that the contract wants. */
    Sample problem(int newStatus, String code) {
        status = newStatus;
        answeredHeaders.put("Content-Type", List.of("application/problem+json"));
        ObjectNode problem = Json.STRICT.createObjectNode();
        problem.put("type", "https://latchkey.dev/problems/" + code)
                .put("title", "t")
                .put("status", newStatus);
        answered = problem.put("code", code)
                .put("detail", "d")
                .put("requestId", "q")
                .toString();
        return this;
    }

    void set(String pointer, @Nullable String json) {
        answered = changed(answered, pointer, json);
    }

    /** The JSON object with one member set to a JSON value, or taken out. */
    static String changed(String object, String pointer, @Nullable String json) {
        try {
            int slash = pointer.lastIndexOf('/');
            ObjectNode whole = (ObjectNode) Json.STRICT.readTree(object);
            ObjectNode parent = slash == 0 ? whole : (ObjectNode) whole.at(pointer.substring(0, slash));
            String name = pointer.substring(slash + 1);
            if (json == null) {
                parent.remove(name);
            } else {
                parent.set(name, Json.STRICT.readTree(json));
            }
            return whole.toString();
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }
}
