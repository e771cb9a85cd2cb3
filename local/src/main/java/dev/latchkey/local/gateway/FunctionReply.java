package dev.latchkey.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.local.http.Bytes;
import dev.latchkey.local.http.Header;
import dev.latchkey.local.http.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a reply of what a function returned. Stricter than the cloud in one thing: there, an object without a status
 * code is taken for a body and answered with 200; here it is the malformed reply that it would be in this product.
 */
final class FunctionReply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HOP_BY_HOP = Set.of("content-length", "connection", "transfer-encoding", "date");

    private FunctionReply() {}

    /** Empty when it is no reply at all. */
    static Optional<Reply> parse(byte[] returned) {
        try {
            JsonNode reply = JSON.readTree(returned);
            int status = reply.path("statusCode").asInt();
            if (status < 200 || status > 599) {
                return Optional.empty();
            }
            List<Header> headers = headers(reply);
            return headers.stream().allMatch(FunctionReply::isClean)
                    ? Optional.of(new Reply(status, headers, body(reply)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static List<Header> headers(JsonNode reply) {
        List<Header> headers = new ArrayList<>();
        reply.path("headers").properties().forEach(entry -> {
            if (!HOP_BY_HOP.contains(entry.getKey().toLowerCase(Locale.ROOT))) {
                headers.add(new Header(entry.getKey(), entry.getValue().asText()));
            }
        });
        reply.path("cookies").forEach(cookie -> headers.add(new Header("set-cookie", cookie.asText())));
        boolean typed = headers.stream().anyMatch(header -> header.isNamed("content-type"));
        if (!typed && !body(reply).isEmpty()) {
            headers.add(new Header("content-type", "text/plain;charset=utf-8"));
        }
        return headers;
    }

    private static Bytes body(JsonNode reply) {
        String body = reply.path("body").asText("");
        return reply.path("isBase64Encoded").asBoolean()
                ? Bytes.of(Base64.getDecoder().decode(body))
                : Bytes.utf8(body);
    }

    private static boolean isClean(Header header) {
        return (header.name() + header.value()).chars().noneMatch(character -> character == '\r' || character == '\n');
    }
}
