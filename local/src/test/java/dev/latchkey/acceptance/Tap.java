package dev.latchkey.acceptance;

import dev.latchkey.local.http.Bytes;
import dev.latchkey.local.http.Header;
import dev.latchkey.local.http.LoopbackServer;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands between functions and the AWS endpoints, names the calls that pass, and does something before one of them is let
 * through.
 */
public final class Tap implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", "date");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Request> passed = new ArrayList<>();
    private final LoopbackServer server;
    private final URI aws;
    private int before = -1;
    private @Nullable Runnable deed;

    Tap(URI aws) {
        this.aws = aws;
        try {
            server = LoopbackServer.bind(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.serve(this::pass);
    }

    public URI uri() {
        return server.uri();
    }

    /** Does this before the call of this number, counted from now. */
    synchronized void before(int call, Runnable what) {
        passed.clear();
        before = call;
        deed = what;
    }

    /** The names of the calls; of the mail service, whose have none on the wire's head, the path. */
    public List<String> passed() {
        return requests().stream().map(Tap::name).toList();
    }

    public synchronized List<Request> requests() {
        return List.copyOf(passed);
    }

    public static String name(Request request) {
        String target = request.header("x-amz-target");
        return target == null ? request.path() : target.substring(target.indexOf('.') + 1);
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply pass(Request request) {
        note(request);
        HttpRequest.Builder onward = HttpRequest.newBuilder(aws)
                .method(
                        request.method(),
                        BodyPublishers.ofByteArray(request.body().toArray()));
        request.headers().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                values.forEach(value -> onward.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> reply = client.send(onward.build(), BodyHandlers.ofByteArray());
            List<Header> headers = new ArrayList<>();
            reply.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name)) {
                    values.forEach(value -> headers.add(new Header(name, value)));
                }
            });
            return new Reply(reply.statusCode(), headers, Bytes.of(reply.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private synchronized void note(Request request) {
        if (passed.size() == before && deed != null) {
            Runnable now = deed;
            deed = null;
            now.run();
        }
        passed.add(request);
    }
}
