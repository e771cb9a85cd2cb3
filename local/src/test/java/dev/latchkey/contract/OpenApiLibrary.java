package dev.latchkey.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;

/**
 * The validator library, for a route that the contract has: parameters, security, content types, statuses, headers and
 * bodies. Left to itself it closes every schema against further fields, which breaks {@code allOf}; the contract closes
 * its schemas by its own words instead. And it wants a content type of a request without a body, where one may be sent.
 */
final class OpenApiLibrary {

    private static final String CLOSES_SCHEMAS = "validation.schema.additionalProperties";
    private static final String WRONG_TYPE = "validation.request.contentType.notAllowed";

    private final OpenApiInteractionValidator validator;

    OpenApiLibrary(String contract) {
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(contract)
                .withLevelResolver(LevelResolver.create()
                        .withLevel(CLOSES_SCHEMAS, ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    List<String> request(Exchange exchange) {
        var request = new SimpleRequest.Builder(exchange.method(), exchange.path());
        exchange.query().forEach(request::withQueryParam);
        exchange.asked().values().forEach(request::withHeader);
        String body = exchange.requestBody();
        boolean empty = body == null || body.isEmpty();
        if (!empty) {
            request.withBody(body);
        }
        return words(validator.validateRequest(request.build())).stream()
                .filter(words -> !(empty && words.startsWith(WRONG_TYPE)))
                .toList();
    }

    List<String> reply(Exchange exchange) {
        var response = new SimpleResponse.Builder(exchange.status());
        exchange.answered().values().forEach(response::withHeader);
        if (!exchange.replyBody().isEmpty()) {
            response.withBody(exchange.replyBody());
        }
        Request.Method method = Request.Method.valueOf(exchange.method());
        return words(validator.validateResponse(exchange.path(), method, response.build()));
    }

    private static List<String> words(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + place(message) + ": " + message.getMessage())
                .toList();
    }

    private static String place(ValidationReport.Message message) {
        return message.getContext()
                .flatMap(ValidationReport.MessageContext::getPointers)
                .map(pointers -> " at \"" + pointers.getInstance() + "\"")
                .orElse("");
    }
}
