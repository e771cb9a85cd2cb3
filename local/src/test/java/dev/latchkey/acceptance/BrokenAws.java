package dev.latchkey.acceptance;

import dev.latchkey.local.http.LoopbackServer;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** An AWS that is there and of no use: the table may not be touched, and keys are answers without anything in them. */
final class BrokenAws implements AutoCloseable {

    private final LoopbackServer server;

    BrokenAws() {
        try {
            server = LoopbackServer.bind(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.serve(BrokenAws::answer);
    }

    URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Reply answer(Request request) {
        String target = request.header("x-amz-target");
        return target != null && target.startsWith("DynamoDB")
                ? Reply.json(400, "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"Message\":\"no\"}")
                : Reply.json(200, "{}");
    }
}
