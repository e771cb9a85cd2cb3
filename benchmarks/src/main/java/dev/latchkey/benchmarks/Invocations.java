package dev.latchkey.benchmarks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.lambda.LocalContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Invokes one handler on the calling thread, whose processor time can be told: the local server runs handlers on virtual
 * threads, whose can't.
 */
record Invocations(RequestStreamHandler handler, String route) {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As the gateway would hand the request over. */
    byte[] event(String body) {
        String path = route.substring(route.indexOf(' ') + 1).replace("{firmId}", Service.FIRM);
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", route)
                .put("rawPath", path)
                .put("rawQueryString", "")
                .put("body", body)
                .put("isBase64Encoded", false);
        event.putObject("headers").put("content-type", "application/json").put("user-agent", "bench");
        event.putObject("pathParameters").put("firmId", Service.FIRM);
        ObjectNode context = event.putObject("requestContext").put("requestId", "bench");
        context.putObject("http")
                .put("method", "POST")
                .put("path", path)
                .put("sourceIp", "192.0.2.1")
                .put("userAgent", "bench");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] invoke(byte[] event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), reply, LocalContext.of("bench", "bench", TIME));
        return reply.toByteArray();
    }

    static JsonNode body(byte[] reply) throws IOException {
        JsonNode answer = JSON.readTree(reply);
        if (answer.path("statusCode").asInt() != 200) {
            throw new IllegalStateException("invoked, and answered " + answer);
        }
        return JSON.readTree(answer.path("body").asText());
    }
}
