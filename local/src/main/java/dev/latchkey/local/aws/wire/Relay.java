package dev.latchkey.local.aws.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands calls to another address byte for byte, and its answers back, so that checksums, sizes and error shapes are its
 * own. What a signature covers changes on the way: the other side must not look at it, so AWS itself is no other side.
 */
public final class Relay implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", "keep-alive", "date");

    private final URI to;
    private final @Nullable String accessKey;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Relay(URI to, @Nullable String accessKey) {
        this.to = to;
        this.accessKey = accessKey;
    }

    /** Callers stay who they are. */
    public static Relay to(URI to) {
        return new Relay(to, null);
    }

    /** All callers become one: the common emulators keep data apart by the access key id. */
    public static Relay to(URI to, String accessKey) {
        return new Relay(to, accessKey);
    }

    public AwsReply pass(AwsCall call) {
        try {
            var response = client.send(forward(call), BodyHandlers.ofByteArray());
            var headers = new TreeMap<>(response.headers().map());
            headers.keySet().removeIf(Relay::isOfTheConnection);
            return new AwsReply(response.statusCode(), headers, response.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new AwsError("InternalServerError", "The local endpoint is closing");
        }
    }

    private HttpRequest forward(AwsCall call) {
        var request = HttpRequest.newBuilder(to).POST(BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach((name, values) -> {
            if (!isOfTheConnection(name)) {
                values.forEach(value -> request.header(name, signed(name, value)));
            }
        });
        return request.build();
    }

    private String signed(String name, String value) {
        return accessKey == null || !name.equalsIgnoreCase("Authorization")
                ? value
                : value.replaceFirst("Credential=[^/]*/", "Credential=" + accessKey + "/");
    }

    private static boolean isOfTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
