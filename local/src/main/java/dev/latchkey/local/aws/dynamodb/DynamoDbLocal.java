package dev.latchkey.local.aws.dynamodb;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local under a web server of our own making, because its own runner binds to every address of the machine,
 * cannot take any free port, and reports usage unless told not to.
 */
public final class DynamoDbLocal implements AutoCloseable {
    /** Longer than the proxy keeps a connection, so that it never sends into one that is being closed. */
    private static final long IDLE_MILLIS = 600_000;

    private static final int MOST_THREADS = 128;

    /** Its handlers share one table of operations, which each new one makes anew: meanwhile no other may look into it. */
    private static final ReadWriteLock OPERATIONS = new ReentrantReadWriteLock();

    private final Server server;
    private final ServerConnector connector;
    private final LocalDynamoDBServerHandler handler;

    static {
        // Jetty looks for a logging back end and complains on standard error when there is none.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private DynamoDbLocal(@Nullable Path directory) {
        var threads = new QueuedThreadPool(MOST_THREADS);
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        String path = directory == null ? null : directory.toString();
        handler = handler(new LocalDynamoDBRequestHandler(0, directory == null, path, true, false));
        server.setHandler(new Handler.Wrapper(handler) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                OPERATIONS.readLock().lock();
                try {
                    return super.handle(request, response, callback);
                } finally {
                    OPERATIONS.readLock().unlock();
                }
            }
        });
    }

    private static LocalDynamoDBServerHandler handler(LocalDynamoDBRequestHandler requests) {
        OPERATIONS.writeLock().lock();
        try {
            return new LocalDynamoDBServerHandler(requests, null);
        } finally {
            OPERATIONS.writeLock().unlock();
        }
    }

    /** Refuses a directory that cannot be made; null keeps the tables in memory. */
    public static DynamoDbLocal start(@Nullable Path directory) throws IOException {
        if (directory != null) {
            Files.createDirectories(directory);
        }
        var started = new DynamoDbLocal(directory);
        try {
            started.server.start();
        } catch (Exception refused) {
            throw new IOException("DynamoDB Local did not start", refused);
        }
        return started;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception refused) {
            throw new IllegalStateException("DynamoDB Local did not stop", refused);
        } finally {
            handler.close();
        }
    }
}
