package dev.latchkey.local.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An HTTP server on 127.0.0.1 unless another address of this machine is named, one virtual thread a request. The port is taken at {@link #bind}, so that a port in
 * use is known before anything slow is started; callers that come before {@link #serve} wait in the backlog.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 4096;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", String.valueOf(4 * 1024 * 1024));
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private LoopbackServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /** Port 0 means any free one. */
    public static LoopbackServer bind(int port) throws IOException {
        return bind(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    public static LoopbackServer bind(InetAddress address, int port) throws IOException {
        return new LoopbackServer(HttpServer.create(new InetSocketAddress(address, port), BACKLOG));
    }

    public void serve(Function<Request, Reply> handler) {
        server.createContext("/", exchange -> Exchanges.answer(exchange, handler));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":" + port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
