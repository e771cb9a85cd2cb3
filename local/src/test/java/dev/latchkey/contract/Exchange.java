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

    /** The one route that gives a file to whoever would have one. */
    boolean isFile() {
        return succeeded()
                && path.matches("/v1/firms/[^/]+/portal-access")
                && asked.text("Accept").startsWith("text/csv");
    }

    /** A preflight that the gateway answers by itself; the functions never see it. */
    boolean isPreflight() {
        return method.equals("OPTIONS") && status == 204;
    }
}
