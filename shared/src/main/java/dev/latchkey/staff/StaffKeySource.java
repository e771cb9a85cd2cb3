package dev.latchkey.staff;

import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.http.BoundedGet;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches a JWK set, RFC 7517 section 5: no redirects, at most 256 KiB and 64 keys, within three seconds in total. An
 * unreadable key is ignored, as the RFC requires. An unreadable set is a failure.
 */
final class StaffKeySource {

    private static final BoundedGet GET = new BoundedGet(Duration.ofSeconds(3), 256 * 1024);
    private static final int MOST_KEYS = 64;

    private final URL address;

    StaffKeySource(URL address) {
        this.address = address;
    }

    List<Jwk> fetch() throws IOException {
        return keysOf(GET.fetch(address, Map.of()));
    }

    static List<Jwk> keysOf(byte[] document) throws IOException {
        JsonNode keys = StrictJson.object(new String(document, StandardCharsets.UTF_8))
                .map(set -> set.path("keys"))
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new IOException("not a JWK set"));
        return keys.valueStream()
                .limit(MOST_KEYS)
                .flatMap(key -> read(key).stream())
                .toList();
    }

    private static Optional<Jwk> read(JsonNode key) {
        try {
            return Optional.of(Jwk.fromValues(values(key)));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The members that the library accepts: texts and arrays of texts. */
    private static Map<String, Object> values(JsonNode key) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : key.properties()) {
            JsonNode value = member.getValue();
            if (value.isArray()) {
                values.put(
                        member.getKey(),
                        value.valueStream().map(JsonNode::asText).toList());
            } else if (value.isTextual()) {
                values.put(member.getKey(), value.textValue());
            }
        }
        return values;
    }
}
