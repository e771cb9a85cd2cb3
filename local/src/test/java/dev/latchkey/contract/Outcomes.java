package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ways in which the contract lets operations end, and by which of them an exchange has ended. */
final class Outcomes {

    static final Outcome NO_SUCH_PATH = new Outcome("(another path)", 404, "not-found");
    static final Outcome NO_SUCH_METHOD = new Outcome("(another method)", 405, "method-not-allowed");

    private final JsonNode contract;
    private final Routes routes;
    private final Map<String, JsonNode> operations = new HashMap<>();

    Outcomes(JsonNode contract) {
        this.contract = contract;
        this.routes = Routes.ofContract(contract);
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    /** The {@code operationId} of a route. */
    String operation(String key) {
        return operations
                .getOrDefault(key, MissingNode.getInstance())
                .path("operationId")
                .asText();
    }

    Set<Outcome> listed() {
        Set<Outcome> all = new TreeSet<>(Set.of(NO_SUCH_PATH, NO_SUCH_METHOD));
        operations
                .values()
                .forEach(operation -> operation
                        .path("responses")
                        .properties()
                        .forEach(declared -> words(resolved(declared.getValue()).path("content"))
                                .forEach(word -> all.add(new Outcome(
                                        operation.path("operationId").asText(),
                                        Integer.parseInt(declared.getKey()),
                                        word)))));
        return all;
    }

    /** Empty for what no function answers, and for an answer whose body is not sent. */
    Optional<Outcome> of(Exchange exchange) {
        if (exchange.isPreflight() || exchange.method().equals("HEAD")) {
            return Optional.empty();
        }
        Optional<String> key = routes.key(exchange.method(), exchange.path());
        if (key.isEmpty()) {
            return Optional.of(exchange.status() == 404 ? NO_SUCH_PATH : NO_SUCH_METHOD);
        }
        JsonNode operation = operations.getOrDefault(key.get(), MissingNode.getInstance());
        JsonNode content = resolved(operation.path("responses").path(Integer.toString(exchange.status())))
                .path("content");
        return Optional.of(new Outcome(operation(key.get()), exchange.status(), word(exchange, content)));
    }

    private String word(Exchange exchange, JsonNode content) {
        String type = exchange.answered().text("Content-Type").split(";", 2)[0];
        JsonNode schema = resolved(content.path(type).path("schema"));
        Set<String> words = words(type, schema);
        return words.equals(Set.of(type))
                ? type
                : Json.read(exchange.replyBody())
                        .map(body -> body.path(member(schema)).asText())
                        .orElse("");
    }

    private Set<String> words(JsonNode content) {
        Set<String> words = new HashSet<>();
        content.properties()
                .forEach(type -> words.addAll(
                        words(type.getKey(), resolved(type.getValue().path("schema")))));
        return words.isEmpty() ? Set.of("") : words;
    }

    private static Set<String> words(String type, JsonNode schema) {
        Set<String> words = new HashSet<>();
        schema.at("/discriminator/mapping").fieldNames().forEachRemaining(words::add);
        JsonNode code = schema.at("/properties/code");
        code.path("enum").forEach(word -> words.add(word.asText()));
        if (code.has("const")) {
            words.add(code.path("const").asText());
        }
        return words.isEmpty() ? Set.of(type) : words;
    }

    private static String member(JsonNode schema) {
        return schema.at("/discriminator/propertyName").asText("code");
    }

    private JsonNode resolved(JsonNode node) {
        return Documents.resolved(contract, node);
    }
}
