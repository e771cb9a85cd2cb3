package dev.latchkey.local.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.http.Bytes;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It answers as the range API's documentation says; the example there is SHA-1 of "password". */
class BreachedHookTest {

    private static final String SUFFIX = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

    private final BreachedHook hook = new BreachedHook();

    @Test
    void withoutPadding_thereIsALineForEachPasswordThatItKnows_withHowOften() {
        know("\"password\",\"password\",\"other\"");
        for (String prefix : List.of("5BAA6", "5baa6")) {
            Reply reply = range(prefix, Map.of());
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body().asUtf8()).isEqualTo(SUFFIX + ":2");
        }
        assertThat(range("00000", Map.of()).body().isEmpty()).isTrue();
    }

    @Test
    void withPadding_thereAreEightHundredToAThousandLines_andMadeUpOnesHaveTheCountZero() {
        know("\"password\"");
        for (int i = 0; i < 50; i++) {
            List<String> lines = padded("5BAA6");
            assertThat(lines).hasSizeBetween(800, 1_000).doesNotHaveDuplicates().isSorted();
            assertThat(lines).filteredOn(line -> !line.endsWith(":0")).containsExactly(SUFFIX + ":1");
            assertThat(lines).allMatch(line -> line.matches("[0-9A-F]{35}:[01]"));
        }
        assertThat(padded("00000")).allMatch(line -> line.endsWith(":0"));
        assertThat(padded("00000")).isNotEqualTo(padded("00000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5BAA", "5BAA61", "5BAAG", "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8", "5BAA6/"})
    void anythingButFiveHexDigits_isRefused(String prefix) {
        assertThat(range(prefix, Map.of()).status()).isEqualTo(400);
    }

    private void know(String passwords) {
        hook.set(request("POST", "/_local/breached", Map.of(), "{\"passwords\":[" + passwords + "]}"));
    }

    private List<String> padded(String prefix) {
        return List.of(range(prefix, Map.of("add-padding", List.of("true")))
                .body()
                .asUtf8()
                .split("\r\n", -1));
    }

    private Reply range(String prefix, Map<String, List<String>> headers) {
        return hook.range(request("GET", "/_local/breached/range/" + prefix, headers, ""));
    }

    private static Request request(String method, String path, Map<String, List<String>> headers, String body) {
        return new Request(method, path, "", "HTTP/1.1", headers, Bytes.utf8(body), "127.0.0.1");
    }
}
