package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds of a problem on whatever route: its members agree with each other and with the status. A reply that stands
 * in no operation, since its path or method is unknown, is held to the schema of such problems.
 */
final class ProblemRules {

    private static final String TYPE = "https://latchkey.dev/problems/";

    private final Schema notFound;
    private final Schema methodNotAllowed;

    ProblemRules(JsonNode contract) {
        this.notFound = schema(contract, "NotFoundProblem");
        this.methodNotAllowed = schema(contract, "MethodNotAllowedProblem");
    }

    List<String> check(Exchange exchange) {
        List<String> violations = new ArrayList<>();
        JsonNode problem = problem(exchange);
        String type = problem.path("type").asText();
        if (!type.equals(TYPE + problem.path("code").asText())) {
            violations.add("type \"" + type + "\" does not belong to code " + problem.path("code"));
        }
        if (!problem.path("status").isInt() || problem.path("status").intValue() != exchange.status()) {
            violations.add("status " + problem.path("status") + " was answered as HTTP " + exchange.status());
        }
        List<String> ways = exchange.answered().all("WWW-Authenticate");
        boolean bearer = problem.path("code").asText().equals("invalid-token");
        if (!ways.equals(bearer ? List.of("Bearer") : List.of())) {
            violations.add("code " + problem.path("code") + " was answered with WWW-Authenticate " + ways);
        }
        return violations;
    }

    List<String> checkUnknownPath(Exchange exchange) {
        return words(notFound, exchange);
    }

    List<String> checkUnknownMethod(Exchange exchange) {
        return words(methodNotAllowed, exchange);
    }

    private static List<String> words(Schema schema, Exchange exchange) {
        return schema.validate(problem(exchange)).stream()
                .map(error -> "problem at \"" + error.getInstanceLocation() + "\": " + error.getMessage())
                .toList();
    }

    private static JsonNode problem(Exchange exchange) {
        return Json.read(exchange.replyBody()).orElseGet(Json.STRICT::createObjectNode);
    }

    private static Schema schema(JsonNode contract, String name) {
        ObjectNode document = Json.STRICT.createObjectNode();
        document.put("$ref", "#/components/schemas/" + name);
        document.set("components", contract.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }
}
