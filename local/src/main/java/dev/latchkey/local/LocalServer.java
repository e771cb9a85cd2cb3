package dev.latchkey.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.functions.WorkLimits;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.iam.Permissions;
import dev.latchkey.local.events.Bus;
import dev.latchkey.local.events.FailureQueue;
import dev.latchkey.local.events.QueueDriver;
import dev.latchkey.local.events.StreamDriver;
import dev.latchkey.local.events.Topic;
import dev.latchkey.local.gateway.HttpApi;
import dev.latchkey.local.hooks.Hooks;
import dev.latchkey.local.http.LoopbackServer;
import dev.latchkey.local.idp.IdentityProvider;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.seed.Seeder;
import dev.latchkey.local.table.LocalClients;
import dev.latchkey.local.table.TableCreator;
import dev.latchkey.local.template.SamTemplate;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The whole product in one process: API, hooks, AWS, stream and bus. Answers its first request only when the seed has
 * been brought in.
 */
public final class LocalServer implements AutoCloseable {
    private static final String OPERATOR = "local";

    private final Opened opened = new Opened();
    private final LocalClock clock = new LocalClock();
    private final LoopbackServer http;
    private final LocalAws aws;
    private final SamTemplate template;
    private final Functions functions;
    private final Permissions permissions;
    private final Bus bus;
    private final Map<String, String> environment;
    private final Map<String, Map<String, String>> environments = new HashMap<>();

    private LocalServer(
            LocalSettings settings,
            BiFunction<Map<String, String>, Clock, Function<Class<?>, RequestStreamHandler>> root)
            throws IOException, InterruptedException {
        try {
            http = opened.keep(Ports.bind(settings));
            LocalClients.warmUp();
            LocalParameters parameters = new LocalParameters(settings, http.uri());
            IdentityProvider idp = new IdentityProvider(parameters.issuer(), LocalParameters.STAFF_AUDIENCE, clock);
            aws = opened.keep(Ports.aws(settings, clock));
            template =
                    SamTemplate.read(settings.template(), parameters.parameters(), parameters.attributes(aws::keyArn));
            permissions = aws.enforce(template.functions(), template.table().partitionKey());
            environment = with(OPERATOR, template.environment());
            template.functions().forEach(each -> environments.put(each.id(), with(each.id(), each.environment())));
            functions = Functions.of(
                    template.functions(),
                    (function, type) ->
                            root.apply(environment(function.id()), clock).apply(type));
            FailureQueue failures = new FailureQueue();
            QueueDriver queues = opened.keep(QueueDriver.start(template, functions, failures, clock, settings.data()));
            bus = new Bus(template, queues, clock);
            serve(settings, idp, queues, failures);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    public static LocalServer start(LocalSettings settings) throws IOException, InterruptedException {
        return start(settings, Root.handlers(WorkLimits.OF_FUNCTIONS));
    }

    /**
     * With handlers made otherwise.
     *
     * @param root makes them of what a function is given and of the clock
     */
    public static LocalServer start(
            LocalSettings settings,
            BiFunction<Map<String, String>, Clock, Function<Class<?>, RequestStreamHandler>> root)
            throws IOException, InterruptedException {
        return new LocalServer(settings, root);
    }

    public static void main(String[] arguments) {
        Launch.run(() -> {
            LocalServer server = start(LocalSettings.from(System.getenv()));
            System.out.println(server.announcement());
            return server;
        });
    }

    public URI api() {
        return http.uri();
    }

    public LocalAws aws() {
        return aws;
    }

    /** A function by its name in the template, to be invoked without a gateway in front. */
    public LocalFunction function(String id) {
        return functions.get(id);
    }

    public Permissions permissions() {
        return permissions;
    }

    /** What a function is given, its own identity included. */
    public Map<String, String> environment(String function) {
        return Objects.requireNonNull(environments.get(function), function);
    }

    /** What the functions are, each on its own. */
    public SamTemplate template() {
        return template;
    }

    /** What the functions are given together, for an operator who runs them and may do everything. */
    public Map<String, String> environment() {
        return environment;
    }

    public LocalClock clock() {
        return clock;
    }

    /** Forgets the events that failed and wait in queues to come again. */
    public void purgeQueues() {
        bus.purge();
    }

    @Override
    public void close() {
        opened.close();
    }

    private Map<String, String> with(String caller, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(LocalParameters.sdk(aws.endpoint(), caller));
        return Map.copyOf(all);
    }

    private void serve(LocalSettings settings, IdentityProvider idp, QueueDriver queues, FailureQueue failures)
            throws InterruptedException {
        String stream = TableCreator.create(
                opened.keep(LocalClients.dynamoDb(aws.direct(), aws.accessKey())), template.table());
        if (settings.seed()) {
            new Seeder(bus).run();
        }
        StreamDriver driver = opened.keep(StreamDriver.start(
                LocalClients.streams(aws.direct(), aws.accessKey()),
                stream,
                template,
                functions,
                queues,
                failures,
                clock,
                settings.data()));
        aws.afterEachWrite(driver::wake);
        Topic topic = new Topic(template, functions, failures);
        Hooks hooks = new Hooks(aws, idp, bus, topic, clock, failures);
        HttpApi api = new HttpApi(template, functions, clock, http.port());
        http.serve(request -> Hooks.takes(request) ? hooks.apply(request) : api.apply(request));
    }

    private String announcement() {
        return """

                Latchkey is ready.
                  API      %s
                  AWS      %s
                  mailbox  %s/_local/
                """.formatted(api(), aws.endpoint(), api());
    }
}
