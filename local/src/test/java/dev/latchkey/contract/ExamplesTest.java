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
                route[1].replace("{firmId}", "acme").replace("{contactId}", "c1"),
                asked(example.operation()),
                example.asked().isMissingNode() ? null : example.asked().toString(),
                example.status(),
                answered(example.response()),
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
            return bodies(operation.path("requestBody"))
                    .flatMap(asked -> bodies(response)
                            .map(body -> new Example(name, key, operation, asked, status, response, body)));
        });
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

    private static Map<String, List<String>> asked(JsonNode operation) {
        return Map.of(
                "Content-Type", operation.has("requestBody") ? List.of("application/json") : List.of(),
                "Authorization", operation.has("security") ? List.of("Bearer a.b.c") : List.of());
    }

    private static Map<String, List<String>> answered(JsonNode response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.path("content").fieldNames().forEachRemaining(type -> headers.put("Content-Type", List.of(type)));
        response.path("headers").properties().forEach(declared -> {
            JsonNode header = resolved(declared.getValue());
            JsonNode value = header.has("example") ? header.path("example") : header.at("/schema/const");
            headers.put(declared.getKey(), List.of(value.asText()));
        });
        return headers;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.path("$ref").asText().substring(1)) : node;
    }
}
