package dev.latchkey.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its reply, as they stood on the wire.
 *
 * @param path without what follows a question mark
 * @param query what follows it, by name
 * @param requestBody null or empty where nothing was sent
 */
record Exchange(
        String method,
        String path,
        Map<String, List<String>> query,
        Headers asked,
        @Nullable String requestBody,
        int status,
        Headers answered,
        String replyBody) {

    static final String CSV = "text/csv";
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Content types of files, by what is asked for. */
    static final Map<String, String> FILES = Map.of(CSV, CSV + "; charset=utf-8", WORKBOOK, WORKBOOK);

    /** @param target the path as sent, with what follows a question mark */
    static Exchange of(
            String method,
            String target,
            Map<String, List<String>> asked,
            @Nullable String requestBody,
            int status,
            Map<String, List<String>> answered,
            String replyBody) {
        String[] parts = target.split("\\?", 2);
        return new Exchange(
                method,
                parts[0],
                parts.length == 1 ? Map.of() : Query.read(parts[1]),
                new Headers(asked),
                requestBody,
                status,
                new Headers(answered),
                replyBody);
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The one route that gives a file, of a form that was asked for. */
    boolean isFile() {
        return succeeded()
                && path.matches("/v1/firms/[^/]+/portal-access")
                && FILES.entrySet().stream()
                        .anyMatch(form -> asked.text("Accept").contains(form.getKey())
                                && answered.all("Content-Type").equals(List.of(form.getValue())));
    }

    /** A preflight that the gateway answers by itself; the functions never see it. */
    boolean isPreflight() {
        return method.equals("OPTIONS") && status == 204;
    }
}
