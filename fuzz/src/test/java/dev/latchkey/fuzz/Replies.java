package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What every reply of a function behind the gateway must be, whatever was asked. */
final class Replies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {}

    /** Holds it to the contract's form, and gives its status. */
    static int judged(byte[] bytes) throws IOException {
        JsonNode reply = JSON.readTree(Foreign.strictText(bytes).orElseThrow());
        int status = reply.path("statusCode").intValue();
        assertThat(status).isBetween(200, 599);
        JsonNode headers = reply.path("headers");
        assertThat(headers.path("Cache-Control").asText()).isNotEmpty();
        assertThat(headers.path("X-Content-Type-Options").asText()).isEqualTo("nosniff");
        assertThat(headers.valueStream().map(JsonNode::textValue)).allMatch(value -> value.matches("[ -~]*"));
        assertThat(reply.path("cookies").valueStream().map(JsonNode::textValue))
                .allMatch(cookie -> cookie.matches("[!-~ ]+"));
        if (status >= 400) {
            problem(status, JSON.readTree(reply.path("body").textValue()), headers);
        }
        return status;
    }

    private static void problem(int status, JsonNode body, JsonNode headers) {
        assertThat(headers.path("Content-Type").asText()).isEqualTo("application/problem+json");
        assertThat(body.path("status").intValue()).isEqualTo(status);
        assertThat(body.path("code").asText()).matches("[a-z]+(-[a-z]+)*");
        assertThat(body.path("type").asText()).endsWith("/" + body.path("code").asText());
        assertThat(body.path("detail").asText()).isNotEmpty();
        assertThat(body.has("requestId")).isTrue();
    }
}
