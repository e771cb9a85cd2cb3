package dev.latchkey.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Between the JDK's exchange and our values. A body over the gateway's 10 MB is read to its end and refused, so that
 * the caller sees the 413.
 */
final class Exchanges {
    static final int BODY_LIMIT = 10 * 1024 * 1024;
    private static final Reply TOO_LARGE = Reply.json(413, "{\"message\":\"Request Entity Too Large\"}");
    private static final Reply BROKEN = Reply.json(500, "{\"message\":\"Internal Server Error\"}");

    private Exchanges() {}

    static void answer(HttpExchange exchange, Function<Request, Reply> handler) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
            if (body.length > BODY_LIMIT) {
                drain(exchange.getRequestBody());
                send(exchange, TOO_LARGE);
            } else {
                send(exchange, judged(handler, request(exchange, Bytes.of(body))));
            }
        }
    }

    private static void drain(InputStream body) throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    /** Last resort: without it the JDK's server closes the connection and says nothing. */
    private static Reply judged(Function<Request, Reply> handler, Request request) {
        try {
            return handler.apply(request);
        } catch (RuntimeException broken) {
            System.err.println(
                    "latchkey: " + request.method() + " " + request.path() + " broke the local server: " + broken);
            return BROKEN;
        }
    }

    private static Request request(HttpExchange exchange, Bytes body) {
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                path(uri),
                query == null ? "" : query,
                exchange.getProtocol(),
                headers(exchange),
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    /** A path that begins with two slashes is a path, though {@link URI} takes its first segment for a host. */
    private static String path(URI uri) {
        String sent = uri.toString();
        return sent.startsWith("//") ? sent.split("[?#]", 2)[0] : uri.getRawPath();
    }

    private static Map<String, List<String>> headers(HttpExchange exchange) {
        Map<String, List<String>> lowerCased = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> lowerCased.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return lowerCased;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        for (Header header : reply.headers()) {
            exchange.getResponseHeaders().add(header.name(), header.value());
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head && !reply.body().isEmpty()) {
            exchange.getResponseHeaders()
                    .set("content-length", String.valueOf(reply.body().size()));
        }
        boolean bodiless = head || reply.status() == 204 || reply.status() == 304;
        if (bodiless || reply.body().isEmpty()) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().size());
        exchange.getResponseBody().write(reply.body().toArray());
    }
}
