package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** All examples of the contract: each request of an operation with each reply that it can get. */
final class Examples {

    private final JsonNode contract;

    Examples(JsonNode contract) {
        this.contract = contract;
    }

    Stream<Example> all() {
        return contract.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .flatMap(operation -> of(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    private Stream<Example> of(String key, JsonNode operation) {
        List<JsonNode> parameters = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> Documents.resolved(contract, parameter))
                .toList();
        return operation.path("responses").properties().stream()
                .flatMap(declared -> asked(operation.path("requestBody"))
                        .flatMap(asked -> answered(new Example(
                                key,
                                operation,
                                parameters,
                                asked,
                                Integer.parseInt(declared.getKey()),
                                Documents.resolved(contract, declared.getValue()),
                                "",
                                MissingNode.getInstance()))))
                .filter(Example::isWhole);
    }

    private static Stream<JsonNode> asked(JsonNode described) {
        Stream<JsonNode> none = described.path("required").asBoolean(true) && described.has("content")
                ? Stream.of()
                : Stream.of(MissingNode.getInstance());
        return Stream.concat(described.path("content").valueStream().flatMap(Examples::values), none);
    }

    private static Stream<Example> answered(Example example) {
        JsonNode content = example.response().path("content");
        return content.isEmpty()
                ? Stream.of(example)
                : content.properties().stream()
                        .flatMap(type -> values(type.getValue()).map(body -> with(example, type, body)));
    }

    private static Example with(Example example, Map.Entry<String, JsonNode> type, JsonNode body) {
        return new Example(
                example.key(),
                example.operation(),
                example.parameters(),
                example.asked(),
                example.status(),
                example.response(),
                type.getKey(),
                body);
    }

    private static Stream<JsonNode> values(JsonNode content) {
        return content.has("example")
                ? Stream.of(content.path("example"))
                : content.path("examples").valueStream().map(named -> named.path("value"));
    }
}
