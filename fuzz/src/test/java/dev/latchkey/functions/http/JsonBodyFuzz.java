package dev.latchkey.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.fuzz.Foreign;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A body is one JSON object that every reader reads alike, or it is refused as the client's fault. Fields that nobody
 * asked for are refused as well, in a reply that can be sent whatever their names are.
 */
public final class JsonBodyFuzz {

    private static final ObjectMapper LENIENT = new ObjectMapper();

    private JsonBodyFuzz() {}

    /** Bytes are a body. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try {
            Fields fields = Sent.body(data).json();
            agreed(Foreign.strictText(data).orElseThrow());
            fields.optional("a", Optional::of, "must be text");
            fields.list("b", Optional::of, 3, "must be a list");
            fields.flag("c");
            fields.whole("d", 1, 30);
            fields.required("e", Optional::of, "must be text");
            fields.end();
            known(LENIENT.readTree(data));
        } catch (ProblemException problemException) {
            Sent.assertRefused(problemException, 400, 413);
        }
    }

    private static void agreed(String text) throws IOException {
        JsonNode strict = StrictJson.object(text).orElseThrow();
        assertThat(LENIENT.readTree(text)).isEqualTo(strict);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(16 * 1024);
    }

    private static void known(JsonNode body) {
        assertThat(body.properties().stream().map(Map.Entry::getKey)).isSubsetOf("a", "b", "c", "d", "e");
        assertThat(body.path("e").isTextual()).isTrue();
        assertThat(!body.has("c") || body.path("c").isBoolean()).isTrue();
        assertThat(!body.has("d") || body.path("d").isInt()).isTrue();
        assertThat(!body.has("b") || body.path("b").size() <= 3).isTrue();
    }
}
