package dev.latchkey.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A server that answers every connection with the same bytes, whatever they are, and keeps what it was asked. */
public final class RawServer implements AutoCloseable {

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(20);

    private final ServerSocket server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final String answer;
    private final boolean drips;

    private RawServer(String answer, boolean drips) {
        this.answer = answer;
        this.drips = drips;
        try {
            server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Says this and closes the connection. */
    public static RawServer saying(String answer) {
        return new RawServer(answer, false);
    }

    /** Says this, and then a byte now and then for as long as anybody listens. */
    public static RawServer dripping(String beginning) {
        return new RawServer(beginning, true);
    }

    /** With status 200. */
    public static RawServer answering(String body) {
        return saying("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    URL url() {
        try {
            return uri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The heads of all requests, to the byte. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                requests.add(head(socket));
                say(socket);
            } catch (IOException left) {
                // Whoever asked has had enough, or the test is over
            }
        }
    }

    private void say(Socket socket) throws IOException {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        while (drips) {
            LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
            socket.getOutputStream().write('x');
        }
    }

    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("left in the middle of its request");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
