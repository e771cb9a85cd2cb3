package dev.latchkey.local.aws;

import com.sun.net.httpserver.HttpExchange;
import dev.latchkey.local.aws.wire.AwsReply;
import java.io.IOException;

/** Puts a reply on the wire. */
final class Replies {
    private Replies() {}

    static void send(HttpExchange exchange, AwsReply reply) throws IOException {
        exchange.getResponseHeaders().putAll(reply.headers());
        byte[] body = reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
