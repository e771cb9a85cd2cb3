package dev.latchkey.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.crypto.HashingConcurrency;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.WorkLimits;
import dev.latchkey.local.LocalServer;
import dev.latchkey.local.aws.iam.Permissions;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.store.Table;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A local server, and what tests do to it through its own hooks. A test class has it for itself while it runs
 * ({@link Worlds}), and each test makes firms of its own, so that none meets another's clients, clock, faults or counts.
 */
final class World {

    private static final List<String> SEEDED = List.of("acme", "birch", "cedar");

    static {
        // What is waited for is mostly there at once; the library would look after a tenth of a second first
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    private final LocalServer server;
    private final WorkLimits limits;
    private final Api api;
    private final DynamoDbClient table;
    private final Table items;
    private final Logs.Book book;
    private final Set<String> firms = ConcurrentHashMap.newKeySet();
    private final Set<String> earlier = ConcurrentHashMap.newKeySet();
    private final Set<YearMonth> months = new ConcurrentSkipListSet<>();
    private volatile boolean armed;

    World(LocalServer server, WorkLimits limits, Logs.Book book) {
        this.server = server;
        this.limits = limits;
        this.book = book;
        this.api = new Api(server.api());
        firms.addAll(SEEDED);
        this.table = TableDump.client(server.aws().direct(), server.aws().accessKey());
        this.items = TableHand.table(server.aws());
    }

    /** One whose passwords are hashed at next to no cost, because hashing is not what the test is about. */
    static World get() {
        return Worlds.take(Worlds.Kind.USUAL);
    }

    static World with(Map<String, String> settings) {
        return Worlds.take(Worlds.Kind.USUAL.with(settings));
    }

    /** One whose functions hash in these turns. */
    static World with(HashingConcurrency turns) {
        return Worlds.take(Worlds.Kind.USUAL.with(turns));
    }

    /** One that waits for AWS no longer than functions in the cloud do: for tests in which something hangs. */
    static World impatient() {
        return Worlds.take(Worlds.Kind.IMPATIENT);
    }

    /** One that hashes as functions in the cloud do. */
    static World hashingAsDeployed() {
        return Worlds.take(Worlds.Kind.HASHING_AS_DEPLOYED);
    }

    /** A test is over: what it did to clock and faults is undone, and what it left in a queue is forgotten. */
    void restore() {
        Set<String> known = Set.copyOf(firms);
        earlier.addAll(known);
        known.stream().filter(firm -> !SEEDED.contains(firm)).forEach(firms::remove);
        server.purgeQueues();
        if (server.clock().offset().isZero() && !armed) {
            return;
        }
        clock(0);
        noFaults();
        // What met a fault may come again after minutes
        known.forEach(firm -> TableDump.forgetMail(this, firm));
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

    Table items() {
        return items;
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
        return new Latchkey(environment, server.clock(), limits);
    }

    /** The same on this server's AWS, by a clock of its own. */
    Latchkey instance(String function, Clock clock) {
        return new Latchkey(server.environment(function), clock, limits);
    }

    /** What the functions are told by their environment. */
    Map<String, String> environment() {
        return server.environment();
    }

    Permissions permissions() {
        return server.permissions();
    }

    /** What the functions of this server have logged. */
    Logs.Book logs() {
        return book;
    }

    /** A firm of this plan that no other test knows. */
    TestFirm firm(String name, String plan) {
        String id = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        firms.add(id);
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
        String id = UUID.randomUUID().toString();
        return api.post(
                "/_local/events",
                Map.of("version", "0", "id", id, "source", "practice", "detail-type", type, "detail", detail));
    }

    /** Moves the clock of the functions by so much from the real one. */
    void clock(long offsetSeconds) {
        offset((double) offsetSeconds);
    }

    /** Sets the clock of the functions to an instant, as nearly as the next call comes after it, and never before. */
    void clockAt(Instant instant) {
        offset(Duration.between(Instant.now(), instant).toMillis() / 1000.0);
    }

    private void offset(double seconds) {
        api.post("/_local/clock", Map.of("offsetSeconds", seconds));
        months.add(YearMonth.now(server.clock()));
    }

    /** Those that it may have been by the functions' clock since this server was started. */
    Set<YearMonth> months() {
        months.add(YearMonth.now(server.clock()));
        return months;
    }

    void fault(String service, String operation, String error, int times, String when) {
        armed = true;
        Answer answer = api.post(
                "/_local/faults",
                Map.of("service", service, "operation", operation, "error", error, "times", times, "when", when));
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.text());
        }
    }

    void noFaults() {
        api.send("DELETE", "/_local/faults", null);
        armed = false;
    }

    /** What was called so far, once no mail of any test is on its way any more. */
    JsonNode quietCalls() {
        await().atMost(Duration.ofSeconds(60)).until(this::isQuiet);
        return calls();
    }

    /** Firms of earlier tests get no more mail than was on its way, so each is looked at until it is quiet. */
    private boolean isQuiet() {
        earlier.removeIf(firm -> !TableDump.hasMail(this, firm));
        return earlier.isEmpty() && firms.stream().noneMatch(firm -> TableDump.hasMail(this, firm));
    }

    JsonNode calls() {
        return api.get("/_local/calls").body();
    }

    List<Mail> mailbox(String to) {
        String address = URLEncoder.encode(to, StandardCharsets.UTF_8);
        return Mail.all(api.get("/_local/mailbox?to=" + address).body());
    }
}
