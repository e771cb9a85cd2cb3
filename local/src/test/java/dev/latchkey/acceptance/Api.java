package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.contract.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP client that holds every exchange with the API to openapi.yaml. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Api(URI base) {
        this.base = base;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, body instanceof String text ? text : write(body), headers);
    }

    /** Sends what it is given, headers as name and value in turn; JSON is the content type unless another is given. */
    Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest sent = request(method, path, body, headers);
        HttpResponse<String> reply = send(sent, BodyHandlers.ofString());
        Answer answer = new Answer(reply.statusCode(), reply.headers(), reply.body(), read(reply.body()));
        if (path.startsWith("/v1/") || path.startsWith("/.well-known/")) {
            held(sent, body, answer);
        }
        return answer;
    }

    /** What the API answers to a GET, be it a text or not. Whoever asks for what the contract doesn't have may do so here. */
    HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(request("GET", path, null, headers), BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LONGEST);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest sent, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(sent, body);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void held(HttpRequest sent, @Nullable String body, Answer answer) {
        Map<String, List<String>> asked = sent.headers().map();
        Contract.Result result = Contract.witness(
                sent.method(),
                target(sent.uri()),
                asked,
                body,
                answer.status(),
                answer.headers().map(),
                answer.text());
        assertThat(result.replyViolations())
                .as(() -> sent + " -> " + answer.text())
                .isEmpty();
        if (answer.status() < 300) {
            assertThat(result.requestViolations())
                    .as(() -> "accepted though not in the contract: " + body)
                    .isEmpty();
        }
    }

    private static String target(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static JsonNode read(String body) {
        try {
            return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : JSON.createObjectNode();
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        }
    }
}
