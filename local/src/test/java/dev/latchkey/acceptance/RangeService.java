package dev.latchkey.acceptance;

import dev.latchkey.local.http.LoopbackServer;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A range service that answers as a test wants it to, and keeps what it was asked. */
final class RangeService implements AutoCloseable {

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;

    private RangeService(Function<Request, Reply> answers) {
        try {
            server = LoopbackServer.bind(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.serve(request -> {
            requests.add(request);
            return answers.apply(request);
        });
    }

    static RangeService answering(Reply reply) {
        return new RangeService(_ -> reply);
    }

    /** Knows this password, as often seen as this. */
    static RangeService knowing(String password, int count) {
        return answering(Reply.of(200, "text/plain", hash(password).substring(5) + ":" + count));
    }

    URI uri() {
        return server.uri();
    }

    List<Request> requests() {
        return requests;
    }

    /** SHA-1 in upper case, as ranges have it. */
    static String hash(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
