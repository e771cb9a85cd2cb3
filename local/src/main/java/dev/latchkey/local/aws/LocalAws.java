package dev.latchkey.local.aws;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.local.aws.dynamodb.DynamoDbLocal;
import dev.latchkey.local.aws.dynamodb.DynamoDbProxy;
import dev.latchkey.local.aws.iam.Permissions;
import dev.latchkey.local.aws.kms.KeyRing;
import dev.latchkey.local.aws.kms.KmsService;
import dev.latchkey.local.aws.ses.Mailbox;
import dev.latchkey.local.aws.ses.SesService;
import dev.latchkey.local.template.SamFunction;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB, KMS and SES at one loopback address, in this process. All callers and regions share one set of data, and
 * signatures are not checked. What a function may do is what its policies say, once they are known ({@link #enforce}); any
 * other caller may do everything.
 */
public final class LocalAws implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final DynamoDbLocal tables;
    private final DynamoDbProxy proxy;
    private final KeyRing keys;
    private final Mailbox mailbox = new Mailbox();
    private final CallCounter calls = new CallCounter();
    private final Faults faults = new Faults();
    private final KmsService kms;
    private final SesService ses;
    private final Front front;

    /**
     * What differs between a laptop, a test and a benchmark.
     *
     * @param port 0 for any free one
     * @param dataDir where tables and keys live on; null keeps them in memory
     * @param clock stamps mail and keys
     */
    public record Options(int port, @Nullable Path dataDir, InstantSource clock) {}

    static {
        // Read once by the JDK's server. Without the first, replies in two writes wait 40 ms; with its default idle
        // limits it closes connections that a client's pool is about to use again.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
    }

    private LocalAws(HttpServer server, Options options) throws IOException {
        this.server = server;
        Path dataDir = options.dataDir();
        // An RSA key takes about as long to make as DynamoDB Local to start
        Future<KeyRing> opening = workers.submit(() -> KeyRing.open(dataDir, options.clock()));
        tables = DynamoDbLocal.start(dataDir == null ? null : dataDir.resolve("dynamodb"));
        proxy = new DynamoDbProxy(tables.endpoint());
        keys = opened(opening);
        server.setExecutor(workers);
        server.createContext("/_aws/ses", new MailPage(mailbox));
        kms = new KmsService(keys, options.clock());
        ses = new SesService(mailbox, options.clock());
        front = new Front(Map.of("dynamodb", proxy, "kms", kms, "ses", ses), calls, faults);
        server.createContext("/", front);
        server.start();
    }

    /**
     * Returns when all three services answer.
     *
     * @throws PortInUseException when another process listens at the port
     * @throws IOException when the data directory cannot be read or written
     */
    public static LocalAws start(Options options) throws IOException {
        HttpServer server = bind(options.port());
        try {
            return new LocalAws(server, options);
        } catch (IOException | RuntimeException failed) {
            server.stop(0);
            throw failed;
        }
    }

    private static KeyRing opened(Future<KeyRing> opening) throws IOException {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            throw new IOException("the key file cannot be used", failed);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while keys were made");
        }
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        } catch (BindException taken) {
            if (String.valueOf(taken.getMessage()).contains("denied")) {
                throw taken;
            }
            throw new PortInUseException(port, taken);
        }
    }

    /** Where the product and its operators call. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** DynamoDB alone, uncounted and never faulted: for seeding and for reading the stream. */
    public URI direct() {
        return tables.endpoint();
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public CallCounter calls() {
        return calls;
    }

    public Faults faults() {
        return faults;
    }

    /**
     * From now on these functions may do what their policies allow and no more. Each is told by its access key id, which is
     * its logical id.
     *
     * @param partitionKey the attribute of the table, which conditions may be about
     */
    public Permissions enforce(Collection<SamFunction> functions, String partitionKey) {
        Permissions permissions = new Permissions(functions, partitionKey, kms, ses);
        front.guard(permissions::require);
        return permissions;
    }

    /** Of an alias, with or without its {@code alias/}. Refuses one that does not exist. */
    public String keyArn(String alias) {
        return keys.arnOf(alias.startsWith("alias/") ? alias : "alias/" + alias);
    }

    /** Ends everything, hanging calls included; on disk the data are complete when this returns. */
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        workers.shutdownNow();
        workers.close();
        proxy.close();
        tables.close();
    }
}
