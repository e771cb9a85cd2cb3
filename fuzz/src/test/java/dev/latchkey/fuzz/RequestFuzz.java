package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import dev.latchkey.local.lambda.FunctionFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * Whatever a caller sends to any route, signed in or not, is answered in the contract's form and never with a failure of
 * ours; and what they sent is in no line of the log.
 */
public final class RequestFuzz {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WOULD_END_THE_SESSION = Set.of("LogoutFunction", "EndAllSessionsFunction");
    private static final String SLASH_OR_WORD = "[a-z_ /.{}-]*";

    private RequestFuzz() {}

    /** Starts the service, which takes longer than any input may. */
    public static void fuzzerInitialize() {
        LiveService.get();
    }

    /**
     * Bytes are a function's name, a blank and its path and query parameters ({@code :contactId=c1&limit=3}); header lines,
     * among them {@code authorization} with {@code staff}, {@code client} or any value; an empty line; and the body.
     */
    public static void fuzzerTestOneInput(byte[] data) throws IOException, FunctionFailure {
        int end = new String(data, StandardCharsets.ISO_8859_1).indexOf("\n\n");
        int body = end < 0 ? data.length : end + 2;
        String[] head = new String(data, 0, end < 0 ? data.length : end, StandardCharsets.UTF_8).split("\n", -1);
        String[] route = (head[0] + " ").split(" ", 3);
        if (!FunctionNames.BEHIND_THE_GATEWAY.contains(route[0])) {
            return;
        }
        ObjectNode event = event(route[0], route[1], head);
        body(event, Arrays.copyOfRange(data, body, data.length));
        LogLines.taken();
        byte[] reply = LiveService.get().invoke(route[0], event.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(Replies.judged(reply)).isLessThan(500);
        for (JsonNode line : LogLines.taken()) {
            assertTellsNothing(line, event);
        }
    }

    private static ObjectNode event(String function, String parameters, String[] head) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "ANY /")
                .put("rawPath", "/");
        ObjectNode context = event.putObject("requestContext").put("requestId", "r1");
        ObjectNode http = context.putObject("http").put("method", "POST").put("sourceIp", "192.0.2.1");
        ObjectNode path = event.putObject("pathParameters");
        ObjectNode query = event.putObject("queryStringParameters");
        ObjectNode headers = event.putObject("headers").put("content-type", "application/json");
        for (int i = 1; i < head.length; i++) {
            String[] header = (head[i] + ":").split(":", 3);
            headers.put(header[0], header[1].strip());
        }
        http.put("userAgent", headers.path("user-agent").asText());
        path.put("contactId", "c1").put("sessionId", "~aaaa.AAAAAAAAAAAAAAAAAAAAAA");
        path.put("firmId", bearer(function, headers));
        for (String parameter : parameters.split("&", -1)) {
            String[] pair = (parameter + "=").split("=", 3);
            (pair[0].startsWith(":") ? path : query).put(pair[0].replaceFirst(":", ""), pair[1]);
        }
        return event;
    }

    /** Puts the token that is meant; tells whose firm the path then names. */
    private static String bearer(String function, ObjectNode headers) {
        String meant = headers.path("authorization").asText();
        if (meant.equals("staff")) {
            headers.put("authorization", LiveService.get().staff());
            return LiveService.STAFFS_FIRM;
        }
        if (meant.equals("client") && !WOULD_END_THE_SESSION.contains(function)) {
            headers.put("authorization", LiveService.get().session());
        }
        return LiveService.CLIENTS_FIRM;
    }

    private static void body(ObjectNode event, byte[] body) {
        Foreign.strictText(body)
                .ifPresentOrElse(
                        text -> event.put("body", text).put("isBase64Encoded", false),
                        () -> event.put("body", Base64.getEncoder().encodeToString(body))
                                .put("isBase64Encoded", true));
    }

    private static void assertTellsNothing(JsonNode line, ObjectNode event) throws IOException {
        String logged = ((ObjectNode) line.deepCopy()).without("function_name").toString();
        for (JsonNode header : event.path("headers")) {
            assertNotIn(logged, header.asText());
        }
        String body = event.path("body").asText();
        assertNotIn(logged, body);
        StrictJson.object(body).ifPresent(object -> object.forEach(value -> assertNotIn(logged, value.asText())));
    }

    private static void assertNotIn(String logged, String sent) {
        if (sent.length() >= 12 && !sent.matches(SLASH_OR_WORD)) {
            assertThat(logged).doesNotContain(sent);
        }
    }
}
