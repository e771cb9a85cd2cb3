package dev.latchkey.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP reply before it is written.
 *
 * @param headers its own; those of every reply are added when it is written
 * @param cookies whole {@code Set-Cookie} values
 * @param bytes the body if it isn't JSON, in base64 as the gateway takes it
 * @param logged the log's word for the event, if the status doesn't tell
 */
public record Reply(
        int status,
        Map<String, String> headers,
        List<String> cookies,
        @Nullable ObjectNode body,
        @Nullable String bytes,
        @Nullable String logged) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    Reply(int status, Map<String, String> headers, @Nullable ObjectNode body) {
        this(status, headers, List.of(), body, null, null);
    }

    public static Reply ok(ObjectNode body) {
        return new Reply(200, JSON, body);
    }

    public static Reply created(ObjectNode body) {
        return new Reply(201, JSON, body);
    }

    public static Reply accepted(ObjectNode body) {
        return new Reply(202, JSON, body);
    }

    /** A body that isn't JSON, as it is. */
    public static Reply of(String contentType, byte[] content) {
        String bytes = Base64.getEncoder().encodeToString(content);
        return new Reply(200, Map.of("Content-Type", contentType), List.of(), null, bytes, null);
    }

    public static Reply noContent() {
        return new Reply(204, Map.of(), null);
    }

    /** The same reply with this header added or replaced. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, cookies, body, bytes, logged);
    }

    /** The same reply with only this cookie. */
    Reply withCookie(String cookie) {
        return new Reply(status, headers, List.of(cookie), body, bytes, logged);
    }

    /** The same reply with this cookie added. */
    Reply andCookie(String cookie) {
        List<String> all = Stream.concat(cookies.stream(), Stream.of(cookie)).toList();
        return new Reply(status, headers, all, body, bytes, logged);
    }

    /** The same reply, logged under this word of OWASP's vocabulary. */
    public Reply loggedAs(String word) {
        return new Reply(status, headers, cookies, body, bytes, word);
    }
}
