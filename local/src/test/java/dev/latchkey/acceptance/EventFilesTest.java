package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contract.Contract;
import dev.latchkey.functions.event.MalformedEvent;
import dev.latchkey.house.Repository;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.SamTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every event in events/ ends as events/expected.json says, on the handler that the template names; and together they need
 * just what the template allows. That is told of a server of their own, where nobody else uses anything.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
@Order(1)
class EventFilesTest {

    private static final String REPEATED = "A".repeat(44) + "." + "B".repeat(43) + " " + "C".repeat(86);

    private static final Set<EventFile> REPLAYED = ConcurrentHashMap.newKeySet();

    private static World world;

    @BeforeAll
    static void start() {
        world = World.with(Map.of("LATCHKEY_SEED", ""));
    }

    static List<EventFile> files() throws IOException {
        return EventFile.all();
    }

    @Nested
    @Order(1)
    class OneByOne {

        @ParameterizedTest
        @MethodSource("dev.latchkey.acceptance.EventFilesTest#files")
        @Execution(ExecutionMode.CONCURRENT)
        void anEvent_endsAsExpected(EventFile file) throws Throwable {
            replay(file);
        }
    }

    @Nested
    @Order(2)
    class Together {

        /** What has not been replayed, when this runs alone, is replayed here. */
        @Test
        void afterAllEvents_noFunctionWasRefusedAnything_andNoneMayDoWhatItNeverDid() throws Throwable {
            for (EventFile file : files()) {
                if (!REPLAYED.contains(file)) {
                    replay(file);
                }
            }
            new RareCalls(world).make();
            world.quietCalls();
            SoftAssertions.assertSoftly(both -> {
                both.assertThat(world.permissions().denied()).isEmpty();
                both.assertThat(Spare.of(world.permissions())).isEmpty();
            });
        }
    }

    @Test
    void everyFunctionHasAnEvent_andEveryEventAnExpectation() throws IOException {
        TreeSet<String> functions = new TreeSet<>();
        SamTemplate.declared(Repository.file("template.yaml")).forEach(function -> functions.add(function.id()));
        assertThat(files().stream().map(EventFile::function).distinct()).containsExactlyElementsOf(functions);
        assertThat(Api.JSON.readTree(EventFile.expectations()).properties().stream()
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        files().stream().map(EventFile::path).toList());
    }

    @Test
    void noEventHoldsASecret_andNeitherDoTheTemplateAndWhatStandsBesideThem() throws IOException {
        for (EventFile file : files()) {
            String encoded = Api.JSON.readTree(file.text()).path("body").asText();
            String decoded = new HttpEvent(Api.JSON.readTree(file.text())).body();
            String text = decoded == null ? file.text() : file.text().replace(encoded, decoded);
            assertThat(SecretLook.in(text)).as(file.path()).isEmpty();
        }
        for (String name :
                List.of("template.yaml", "pom.xml", "Makefile", "events/expected.json", "events/README.md")) {
            assertThat(SecretLook.in(Files.readString(Repository.file(name))))
                    .as(name)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJhbGc.eyJzdWI.x", "AKIA0123456789ABCDEF", "-----BEGIN EC PRIVATE KEY-----"})
    void whatLooksLikeASecret_isFound_andARepeatedCharacterIsNone(String secret) {
        assertThat(SecretLook.in("{\"a\": \"" + secret + "\"}")).isPresent();
        assertThat(SecretLook.in("x " + TestFirm.device() + TestFirm.device() + " x"))
                .isPresent();
        assertThat(SecretLook.in("acme.c1." + REPEATED)).isEmpty();
    }

    private static void replay(EventFile file) throws Throwable {
        REPLAYED.add(file);
        EventTokens tokens = new EventTokens(world);
        String event = tokens.fill(file.text());
        JsonNode expected = Api.JSON.readTree(tokens.fill(file.expectation()));
        byte[] sent = event.getBytes(StandardCharsets.UTF_8);
        LocalFunction function = world.function(file.function());
        if (expected.path("outcome").asText().equals("refused")) {
            assertThatThrownBy(() -> function.invoke(sent)).hasCauseInstanceOf(MalformedEvent.class);
            return;
        }
        AtomicReference<byte[]> replied = new AtomicReference<>();
        String logged = Logs.during(() -> replied.set(function.invoke(sent)));
        assertThat(logged).contains(expected.path("logs").asText());
        String reply = new String(replied.get(), StandardCharsets.UTF_8);
        if (expected.has("status")) {
            answered(new HttpEvent(Api.JSON.readTree(event)), Api.JSON.readTree(reply), expected);
        } else if (expected.has("batchItemFailures")) {
            assertThat(identifiers(Api.JSON.readTree(reply))).isEqualTo(texts(expected.path("batchItemFailures")));
        } else {
            assertThat(expected.path("outcome").asText()).isEqualTo("taken");
        }
    }

    private static void answered(HttpEvent asked, JsonNode reply, JsonNode expected) throws IOException {
        String body = HttpEvent.content(reply);
        int status = reply.path("statusCode").asInt();
        assertThat(status).as(body).isEqualTo(expected.path("status").asInt());
        if (status >= 400) {
            assertThat(Api.JSON.readTree(body).path("code")).isEqualTo(expected.path("code"));
        }
        if (expected.has("says")) {
            said(body, expected.path("says"));
        }
        Contract.Result result = Contract.witness(
                asked.method(), asked.target(), asked.headers(), asked.body(), status, HttpEvent.answered(reply), body);
        assertThat(result.replyViolations()).isEmpty();
        if (status < 400) {
            assertThat(result.requestViolations()).isEmpty();
        }
    }

    /** Of JSON some members, of a file all. */
    private static void said(String body, JsonNode says) throws IOException {
        if (says.isTextual()) {
            assertThat(body).isEqualTo(says.textValue());
            return;
        }
        JsonNode said = Api.JSON.readTree(body);
        says.properties()
                .forEach(member -> assertThat(said.get(member.getKey())).isEqualTo(member.getValue()));
    }

    private static List<String> identifiers(JsonNode reply) {
        assertThat(reply.path("batchItemFailures").isArray()).isTrue();
        return reply.path("batchItemFailures").findValuesAsText("itemIdentifier");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
