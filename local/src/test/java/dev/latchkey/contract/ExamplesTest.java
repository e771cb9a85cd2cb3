package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.latchkey.contract.Contract.Result;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's own examples are good exchanges: each request with each reply that its operation can give. */
class ExamplesTest {

    private static final JsonNode CONTRACT = Documents.plain(Documents.text(Documents.CONTRACT));

    record Example(
            String name, String key, JsonNode operation, JsonNode asked, int status, JsonNode response, JsonNode body) {

        boolean isInCookieMode() {
            return body.has("accessToken") && !body.has("refreshToken");
        }

        /** A body that may be left out is left out in cookie mode. */
        boolean isWhole() {
            boolean choice = operation.has("requestBody")
                    && !operation.at("/requestBody/required").asBoolean();
            return !choice || asked.isMissingNode() == isInCookieMode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExample_isAGoodExchange(Example example) {
        String[] route = example.key().split(" ", 2);
        Result result = Contract.check(
                route[0],
                route[1].replace("{firmId}", "acme")
                        .replace("{contactId}", "c1")
                        .replace("{sessionId}", "s".repeat(30)),
                asked(example),
                example.asked().isMissingNode() ? null : example.asked().toString(),
                example.status(),
                answered(example),
                example.body().isMissingNode() ? "" : example.body().toString());
        assertThat(result.requestViolations()).isEmpty();
        assertThat(result.replyViolations()).isEmpty();
    }

    static Stream<Example> examples() {
        return CONTRACT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .flatMap(operation -> ofOperation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    private static Stream<Example> ofOperation(String key, JsonNode operation) {
        return operation.path("responses").properties().stream().flatMap(declared -> {
            JsonNode response = resolved(declared.getValue());
            int status = Integer.parseInt(declared.getKey());
            String name = operation.path("operationId").asText() + " " + status;
            return asked(operation.path("requestBody"))
                    .flatMap(asked -> bodies(response)
                            .map(body -> new Example(name, key, operation, asked, status, response, body)))
                    .filter(Example::isWhole);
        });
    }

    private static Stream<JsonNode> asked(JsonNode described) {
        Stream<JsonNode> none =
                described.path("required").asBoolean(true) ? Stream.of() : Stream.of(MissingNode.getInstance());
        return Stream.concat(bodies(described), none);
    }

    /** All example bodies of a request or a response; a missing node where it has no body. */
    private static Stream<JsonNode> bodies(JsonNode described) {
        if (!described.has("content")) {
            return Stream.of(MissingNode.getInstance());
        }
        JsonNode content = described.path("content").valueStream().findFirst().orElseThrow();
        assertThat(content.has("example") || content.has("examples"))
                .as("an example with " + described)
                .isTrue();
        return content.has("example")
                ? Stream.of(content.path("example"))
                : content.path("examples").valueStream().map(named -> named.path("value"));
    }

    private static Map<String, List<String>> asked(Example example) {
        boolean cookies = example.isInCookieMode();
        boolean bearer = example.operation().has("security") && !cookies;
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("Content-Type", example.asked().isMissingNode() ? List.of() : List.of("application/json"));
        headers.put("Authorization", bearer ? List.of("Bearer a.b.c") : List.of());
        example.operation()
                .path("parameters")
                .valueStream()
                .map(ExamplesTest::resolved)
                .filter(header -> header.path("in").asText().equals("header"))
                .filter(header -> header.path("required").asBoolean())
                .forEach(header -> headers.put(
                        header.path("name").asText(),
                        List.of(header.path("example").asText())));
        if (cookies) {
            headers.put("Latchkey-Refresh", List.of("cookie"));
            headers.put("Origin", List.of("http://127.0.0.1:3000"));
            headers.put("Cookie", List.of("__Host-latchkey-refresh=" + Sample.TOKEN));
        }
        return headers;
    }

    /** Headers that need not be there are those of cookie mode, and the one that a refused token comes with. */
    private static Map<String, List<String>> answered(Example example) {
        JsonNode response = example.response();
        Map<String, List<String>> headers = new TreeMap<>();
        response.path("content")
                .fieldNames()
                .forEachRemaining(type -> headers.putIfAbsent("Content-Type", List.of(type)));
        response.path("headers").properties().forEach(declared -> {
            JsonNode header = resolved(declared.getValue());
            JsonNode value = header.has("example") ? header.path("example") : header.at("/schema/const");
            boolean needed = declared.getKey().equals("WWW-Authenticate")
                    ? example.body().path("code").asText().equals("invalid-token")
                    : example.isInCookieMode();
            if (header.path("required").asBoolean() || needed) {
                headers.put(declared.getKey(), List.of(value.asText()));
            }
        });
        return headers;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.path("$ref").asText().substring(1)) : node;
    }
}
