package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** An event of the HTTP API, read as the request that it stands for. */
record HttpEvent(JsonNode event) {

    String method() {
        return event.at("/requestContext/http/method").asText();
    }

    /** The path, and the query where there is one. */
    String target() {
        String query = event.path("rawQueryString").asText();
        return event.path("rawPath").asText() + (query.isEmpty() ? "" : "?" + query);
    }

    Map<String, List<String>> headers() {
        Map<String, List<String>> headers = headers(event);
        if (event.has("cookies")) {
            headers.put("Cookie", List.of(String.join("; ", cookies(event))));
        }
        return headers;
    }

    /** As it was sent; one that was sent in another form than it says stays as it stands. */
    @Nullable
    String body() {
        String body = event.path("body").textValue();
        if (body == null || !event.path("isBase64Encoded").asBoolean()) {
            return body;
        }
        try {
            return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return body;
        }
    }

    /** What a reply to an event holds, unpacked, and of a workbook its cells; empty where that is nothing. */
    static String content(JsonNode reply) throws IOException {
        String body = reply.path("body").asText("");
        if (!reply.path("isBase64Encoded").asBoolean()) {
            return body;
        }
        InputStream bytes = new ByteArrayInputStream(Base64.getDecoder().decode(body));
        boolean packed = answered(reply).containsKey("Content-Encoding");
        try (InputStream content = packed ? new GZIPInputStream(bytes) : bytes) {
            byte[] whole = content.readAllBytes();
            boolean cells = answered(reply).containsValue(List.of(Reports.WORKBOOK));
            return cells ? SheetReader.text(whole) : new String(whole, StandardCharsets.UTF_8);
        }
    }

    /** The headers of a reply to an event, its cookies among them. */
    static Map<String, List<String>> answered(JsonNode reply) {
        Map<String, List<String>> headers = headers(reply);
        if (reply.has("cookies")) {
            headers.put("Set-Cookie", cookies(reply));
        }
        return headers;
    }

    private static List<String> cookies(JsonNode message) {
        return message.path("cookies").valueStream().map(JsonNode::asText).toList();
    }

    private static Map<String, List<String>> headers(JsonNode message) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        message.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        return headers;
    }
}
