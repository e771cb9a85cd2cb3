package dev.latchkey.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.latchkey.house.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds one exchange to openapi.yaml: what was asked and what was answered, apart, since tests ask wrongly on purpose. A
 * method or path that the contract doesn't know must be answered by a problem.
 */
public final class Contract {

    private static final Set<String> UNKNOWN_ROUTE =
            Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(text()).build();

    /** What was wrong, in words; both lists are empty for a good exchange. */
    public record Result(List<String> requestViolations, List<String> replyViolations) {}

    private Contract() {}

    public static Result check(
            String method,
            String path,
            Map<String, List<String>> requestHeaders,
            @Nullable String requestBody,
            int status,
            Map<String, List<String>> replyHeaders,
            String replyBody) {
        if (method.equals("OPTIONS") && status == 204) {
            return new Result(List.of(), ReplyRules.check(status, replyHeaders, replyBody, method));
        }
        ValidationReport asked = VALIDATOR.validateRequest(request(method, path, requestHeaders, requestBody));
        List<String> violations = new ArrayList<>(ReplyRules.check(status, replyHeaders, replyBody, method));
        if (knows(path, asked)) {
            violations.addAll(words(VALIDATOR.validateResponse(
                    path, Request.Method.valueOf(method), response(status, replyHeaders, replyBody))));
        } else if (status != 404 && status != 405) {
            violations.add("a route that the contract doesn't know was answered " + status);
        }
        return new Result(words(asked), violations);
    }

    /** The library takes a path with a slash at its end for the one without; the API does not. */
    private static boolean knows(String path, ValidationReport asked) {
        return !path.endsWith("/")
                && asked.getMessages().stream().noneMatch(message -> UNKNOWN_ROUTE.contains(message.getKey()));
    }

    private static String text() {
        try {
            return Files.readString(Repository.file("openapi.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SimpleRequest request(
            String method, String path, Map<String, List<String>> headers, @Nullable String body) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, path);
        headers.forEach(request::withHeader);
        if (body != null) {
            request.withBody(body);
        }
        return request.build();
    }

    private static SimpleResponse response(int status, Map<String, List<String>> headers, String body) {
        SimpleResponse.Builder response = new SimpleResponse.Builder(status);
        headers.forEach(response::withHeader);
        if (!body.isEmpty()) {
            response.withBody(body);
        }
        return response.build();
    }

    private static List<String> words(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }
}
