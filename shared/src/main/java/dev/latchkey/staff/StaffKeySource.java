package dev.latchkey.staff;

import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a JWK set, RFC 7517 section 5: no redirects, at most 256 KiB and 64 keys, within three seconds in all. A key
 * that cannot be read is passed over, as the RFC says; a set that cannot be read is a failure.
 */
final class StaffKeySource {

    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_KEYS = 64;
    private static final int CHUNK = 8192;

    private final URL address;

    StaffKeySource(URL address) {
        this.address = address;
    }

    /** Is through in time however slowly single bytes come: a thread of its own waits for them, which is then ended. */
    List<Jwk> fetch() throws IOException {
        FutureTask<byte[]> download = new FutureTask<>(this::download);
        Thread.ofVirtual().name("staff-keys").start(download);
        try {
            return keysOf(download.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            throw new IOException("the key set came too slowly", slow);
        } catch (ExecutionException failed) {
            throw new IOException("the key set did not come", failed);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("given up while the key set was fetched");
        } finally {
            download.cancel(true);
        }
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

    /** The members as the library takes them; of what is neither text nor an array of texts it knows nothing. */
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

    private byte[] download() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) LONGEST.toMillis());
        connection.setReadTimeout((int) LONGEST.toMillis());
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the key set was answered with another status than 200");
        }
        try (InputStream in = connection.getInputStream()) {
            byte[] body = new byte[LARGEST + 1];
            int length = 0;
            int count = in.read(body, 0, CHUNK);
            while (count >= 0 && length + count < body.length) {
                length += count;
                count = in.read(body, length, Math.min(CHUNK, body.length - length));
            }
            if (count >= 0) {
                throw new IOException("the key set is too large");
            }
            return Arrays.copyOf(body, length);
        }
    }
}
