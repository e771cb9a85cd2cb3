package dev.latchkey.local.aws;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.local.aws.iam.Permissions;
import dev.latchkey.local.aws.ses.MailReader;
import dev.latchkey.local.template.SamFunction;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB, KMS and SES at one address of this machine: our own in this process, or an emulator's that calls are handed on
 * to, counted and made to fail on the way. All callers and regions share one set of data, and signatures are not checked.
 * What a function may do is what its policies say, once they are known ({@link #enforce}); any other caller may do
 * everything.
 */
public final class LocalAws implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Services services;
    private final CallCounter calls = new CallCounter();
    private final Faults faults = new Faults();
    private final Front front;

    /**
     * What differs between a laptop, a test and a benchmark.
     *
     * @param address of ours to listen at
     * @param port 0 for any free one
     * @param dataDir where tables and keys live on; null keeps them in memory
     * @param clock stamps mail and keys
     * @param emulator whose services stand behind the front, null for our own
     */
    public record Options(
            InetAddress address,
            int port,
            @Nullable Path dataDir,
            InstantSource clock,
            @Nullable Emulator emulator) {

        /** On loopback, with our own services. */
        public Options(int port, @Nullable Path dataDir, InstantSource clock) {
            this(InetAddress.ofLiteral("127.0.0.1"), port, dataDir, clock, null);
        }
    }

    static {
        // Read once by the JDK's server. Without the first, replies in two writes wait 40 ms; with its default idle
        // limits it closes connections that a client's pool is about to use again.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
    }

    private LocalAws(HttpServer server, Options options) throws IOException {
        this.server = server;
        services = options.emulator() == null
                ? new OwnServices(options.dataDir(), options.clock(), workers)
                : new EmulatorServices(options.emulator(), options.clock());
        server.setExecutor(workers);
        server.createContext("/_aws/ses", new MailPage(services.mailbox()));
        front = new Front(services.byName(), calls, faults);
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
        HttpServer server = bind(options);
        try {
            return new LocalAws(server, options);
        } catch (IOException | RuntimeException failed) {
            server.stop(0);
            throw failed;
        }
    }

    private static HttpServer bind(Options options) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(options.address(), options.port()), BACKLOG);
        } catch (BindException taken) {
            if (String.valueOf(taken.getMessage()).contains("denied")) {
                throw taken;
            }
            throw new PortInUseException(options.port(), taken);
        }
    }

    /** Where the product and its operators call. */
    public URI endpoint() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort());
    }

    /** DynamoDB alone, uncounted and never faulted: for seeding and for reading the stream. */
    public URI direct() {
        return services.direct();
    }

    /** What calls to {@link #direct} are made with. */
    public String accessKey() {
        return services.accessKey();
    }

    public MailReader mailbox() {
        return services.mailbox();
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
        Permissions permissions = new Permissions(functions, partitionKey, services::keyArnOf, services::isVerified);
        front.guard(permissions::require);
        return permissions;
    }

    /** From now on this is run after each call that may have changed a table. */
    public void afterEachWrite(Runnable done) {
        front.afterEachWrite(done);
    }

    /** Of an alias, with or without its {@code alias/}. Refuses one that does not exist. */
    public String keyArn(String alias) {
        return services.keyArn(alias.startsWith("alias/") ? alias : "alias/" + alias);
    }

    /** Ends everything, hanging calls included; on disk the data are complete when this returns. */
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        workers.shutdownNow();
        workers.close();
        services.close();
    }
}
