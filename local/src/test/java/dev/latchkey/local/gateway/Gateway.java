package dev.latchkey.local.gateway;

import dev.latchkey.local.http.LoopbackServer;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.sample.SampleHandlers;
import dev.latchkey.local.template.SamTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The sample template's API on a free port. */
final class Gateway implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:20:30.123Z"), ZoneOffset.UTC);

    private final LoopbackServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Gateway() {
        SamTemplate template =
                SamTemplate.read(SampleHandlers.TEMPLATE, SampleHandlers.PARAMETERS, SampleHandlers.ATTRIBUTES);
        Functions functions = Functions.of(template.functions(), (function, type) -> SampleHandlers.make(type));
        try {
            server = LoopbackServer.bind(0);
        } catch (IOException unbound) {
            throw new UncheckedIOException(unbound);
        }
        server.serve(new HttpApi(template, functions, CLOCK, server.port()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> reply(String functionReply) throws IOException, InterruptedException {
        return send(request("/reply")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(functionReply)));
    }

    /** For what no decent client would send. The request must ask for the connection to be closed. */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = String.join("\r\n", lines) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
