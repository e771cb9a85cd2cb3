package dev.latchkey.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.local.LocalServer;
import dev.latchkey.local.LocalSettings;
import dev.latchkey.local.aws.iam.Permissions;
import dev.latchkey.local.lambda.LocalFunction;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The local server, one for each set of settings in a test run, and what tests do to it through its own hooks. Each test
 * makes firms of its own, so that none meets another's clients.
 */
final class World {

    private static final Map<Map<String, String>, World> STARTED = new ConcurrentHashMap<>();
    private static final LogTee LOGS = LogTee.onStandardOutput();

    static {
        // What is waited for is mostly there at once; the library would look after a tenth of a second first
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    private final LocalServer server;
    private final Api api;
    private final DynamoDbClient table;

    private World(LocalServer server) {
        this.server = server;
        this.api = new Api(server.api());
        this.table = TableDump.client(server.aws().direct(), server.aws().accessKey());
    }

    static World get() {
        return with(Map.of());
    }

    static World with(Map<String, String> settings) {
        return STARTED.computeIfAbsent(settings, World::start);
    }

    private static World start(Map<String, String> settings) {
        Map<String, String> environment = new ConcurrentHashMap<>(settings);
        environment.put("PORT", "0");
        environment.put("AWS_LOCAL_PORT", "0");
        Emulated.endpoint()
                .filter(_ -> !settings.containsKey("AWS_ENDPOINT_URL"))
                .ifPresent(endpoint -> {
                    environment.put("AWS_ENDPOINT_URL", endpoint);
                    environment.put("AWS_ACCESS_KEY_ID", Emulated.newAccount());
                });
        try {
            LocalServer server = LocalServer.start(LocalSettings.from(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new World(server);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    LocalServer server() {
        return server;
    }

    Api api() {
        return api;
    }

    /** The origin of the client portal. */
    String origin() {
        return server.api().toString();
    }

    URI aws() {
        return server.aws().endpoint();
    }

    /** The table for tests alone: what they do there is not counted, and meets no fault. */
    DynamoDbClient table() {
        return table;
    }

    LocalFunction function(String id) {
        return server.function(id);
    }

    /** What a function is given. */
    Map<String, String> environment(String function) {
        return server.environment(function);
    }

    /** What another instance of this function is made of, on the same table and keys; AWS is where it is told. */
    Latchkey instance(String function, URI aws) {
        Map<String, String> environment = new HashMap<>(server.environment(function));
        environment.replaceAll((name, value) -> name.startsWith("AWS_ENDPOINT_URL") ? aws.toString() : value);
        return new Latchkey(environment, server.clock());
    }

    /** What the functions are told by their environment. */
    Map<String, String> environment() {
        return server.environment();
    }

    Clock functionsClock() {
        return server.clock();
    }

    Permissions permissions() {
        return server.permissions();
    }

    LogTee logs() {
        return LOGS;
    }

    /** A firm of this plan that no other test knows. */
    TestFirm firm(String name, String plan) {
        String id = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        event("firm.upserted", Map.of("firmId", id, "version", 1, "name", name, "plan", plan));
        return new TestFirm(this, id);
    }

    TestFirm firm() {
        return firm("Test & Co", "BUSINESS");
    }

    Answer event(String type, Map<String, ?> detail) {
        Answer answer = tryEvent(type, detail);
        if (answer.status() != 200) {
            throw new IllegalStateException("the event was not taken: " + answer.text());
        }
        return answer;
    }

    Answer tryEvent(String type, Object detail) {
        return api.post(
                "/_local/events",
                Map.of(
                        "version",
                        "0",
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "practice",
                        "detail-type",
                        type,
                        "detail",
                        detail));
    }

    /** Moves the clock of the functions by so much from the real one. */
    void clock(long offsetSeconds) {
        api.post("/_local/clock", Map.of("offsetSeconds", offsetSeconds));
    }

    /** Sets the clock of the functions to an instant, as nearly as the next call comes after it, and never before. */
    void clockAt(Instant instant) {
        double offset = Duration.between(Instant.now(), instant).toMillis() / 1000.0;
        api.post("/_local/clock", Map.of("offsetSeconds", offset));
    }

    void fault(String service, String operation, String error, int times, String when) {
        Answer answer = api.post(
                "/_local/faults",
                Map.of("service", service, "operation", operation, "error", error, "times", times, "when", when));
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.text());
        }
    }

    void noFaults() {
        api.send("DELETE", "/_local/faults", null);
    }

    /** What was called so far, once no mail of any test is on its way any more. */
    JsonNode quietCalls() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !TableDump.hasMail(this));
        return calls();
    }

    JsonNode calls() {
        return api.get("/_local/calls").body();
    }

    List<Mail> mailbox(String to) {
        String address = URLEncoder.encode(to, StandardCharsets.UTF_8);
        return Mail.all(api.get("/_local/mailbox?to=" + address).body());
    }

    /** Keeps a copy of all that the functions log. */
    static final class LogTee extends PrintStream {

        private final StringBuilder kept = new StringBuilder();

        private LogTee(PrintStream out) {
            super(out, true, StandardCharsets.UTF_8);
        }

        static LogTee onStandardOutput() {
            LogTee tee = new LogTee(System.out);
            System.setOut(tee);
            return tee;
        }

        @Override
        public void println(String line) {
            synchronized (kept) {
                kept.append(line).append('\n');
            }
            super.println(line);
        }

        String text() {
            return since(0);
        }

        int length() {
            synchronized (kept) {
                return kept.length();
            }
        }

        String since(int length) {
            synchronized (kept) {
                return kept.substring(length);
            }
        }
    }
}
