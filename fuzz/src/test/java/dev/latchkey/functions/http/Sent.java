package dev.latchkey.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.fuzz.Foreign;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Requests as the gateway hands them over, and what every refusal must be. */
public final class Sent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sent() {}

    /** One with a JSON body, flagged as base64 where the bytes are no text. */
    public static Request body(byte[] body) {
        ObjectNode event = event(Map.of("content-type", "application/json"));
        Foreign.strictText(body)
                .ifPresentOrElse(
                        text -> event.put("body", text).put("isBase64Encoded", false),
                        () -> event.put("body", Base64.getEncoder().encodeToString(body))
                                .put("isBase64Encoded", true));
        return Request.of(event);
    }

    /** One with these headers and nothing else. */
    public static Request headers(Map<String, String> headers) {
        return Request.of(event(headers));
    }

    /** One with this query. */
    public static Request query(Map<String, String> query) {
        ObjectNode event = event(Map.of());
        query.forEach(event.putObject("queryStringParameters")::put);
        return Request.of(event);
    }

    private static ObjectNode event(Map<String, String> headers) {
        ObjectNode event = JSON.createObjectNode().put("rawPath", "/");
        headers.forEach(event.putObject("headers")::put);
        event.putObject("pathParameters").put("firmId", "acme").put("contactId", "c1");
        ObjectNode context = event.putObject("requestContext").put("requestId", "r1");
        context.putObject("http").put("method", "POST").put("sourceIp", "192.0.2.1");
        return event;
    }

    /** Holds a refusal to the contract: a problem of the client's, in UTF-8, with every header that replies carry. */
    public static void assertRefused(ProblemException problemException, int... statuses) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReplyWriter.write(problemException.reply(), "r1", out);
            JsonNode reply = JSON.readTree(Foreign.strictText(out.toByteArray()).orElseThrow());
            String body = reply.path("body").textValue();
            assertThat(Foreign.isUnicode(body)).isTrue();
            JsonNode problem = JSON.readTree(body);
            assertThat(reply.path("statusCode").intValue())
                    .isIn(Arrays.stream(statuses).boxed().toArray());
            assertThat(problem.path("status")).isEqualTo(reply.path("statusCode"));
            assertThat(problem.path("code").textValue()).matches("[a-z-]+");
            assertThat(problem.path("requestId").textValue()).isEqualTo("r1");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
