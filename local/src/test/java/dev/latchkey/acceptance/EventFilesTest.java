package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contract.Contract;
import dev.latchkey.functions.MalformedEvent;
import dev.latchkey.house.Repository;
import dev.latchkey.local.lambda.LocalFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event in events/ ends as events/expected.json says, on the handler that the template names. */
class EventFilesTest {

    private static final Path EVENTS = Repository.file("events");
    private static final Pattern FUNCTION = Pattern.compile("(?m)^  ([A-Za-z]+Function):$");
    private static final Pattern SECRET = Pattern.compile(
            "eyJ[A-Za-z0-9_-]+\\.eyJ|AKIA[0-9A-Z]{16}|PRIVATE KEY|(?<![A-Za-z0-9_-])(?!(.)\\1{42})[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    private final World world = World.get();

    static List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(EVENTS)) {
            return found.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> EVENTS.relativize(file).toString())
                    .filter(file -> !file.equals("expected.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void anEvent_endsAsExpected(String file) throws Exception {
        JsonNode expected = Api.JSON.readTree(read("expected.json")).path(file);
        String staff = new TestFirm(world, "acme").staff("portal:support").substring("Bearer ".length());
        String event = read(file).replace("{{staff-token}}", staff);
        byte[] sent = event.getBytes(StandardCharsets.UTF_8);
        LocalFunction function = world.function(file.substring(0, file.indexOf('/')));
        if (expected.path("outcome").asText().equals("refused")) {
            assertThatThrownBy(() -> function.invoke(sent)).hasCauseInstanceOf(MalformedEvent.class);
            return;
        }
        String reply = new String(function.invoke(sent), StandardCharsets.UTF_8);
        if (expected.has("status")) {
            answered(Api.JSON.readTree(event), Api.JSON.readTree(reply), expected);
        } else if (expected.has("batchItemFailures")) {
            assertThat(Api.JSON.readTree(reply).path("batchItemFailures").findValuesAsText("itemIdentifier"))
                    .isEqualTo(expected.path("batchItemFailures")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList());
        } else {
            assertThat(expected.path("outcome").asText()).isEqualTo("taken");
        }
    }

    @Test
    void everyFunctionHasAnEvent_andEveryEventAnExpectation() throws IOException {
        String template = Files.readString(Repository.file("template.yaml"));
        TreeSet<String> functions = new TreeSet<>();
        FUNCTION.matcher(template).results().forEach(found -> functions.add(found.group(1)));
        assertThat(files().stream()
                        .map(file -> file.substring(0, file.indexOf('/')))
                        .distinct())
                .containsExactlyElementsOf(functions);
        assertThat(Api.JSON.readTree(read("expected.json")).properties().stream()
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(files());
    }

    @Test
    void noEventHoldsASecret_andNeitherDoesTheTemplate() throws IOException {
        for (String file : files()) {
            assertThat(read(file)).doesNotContainPattern(SECRET);
        }
        assertThat(Files.readString(Repository.file("template.yaml"))).doesNotContainPattern(SECRET);
    }

    private static void answered(JsonNode event, JsonNode reply, JsonNode expected) throws IOException {
        String body = reply.path("body").asText("");
        assertThat(reply.path("statusCode").asInt())
                .as(body)
                .isEqualTo(expected.path("status").asInt());
        if (expected.has("code")) {
            assertThat(Api.JSON.readTree(body).path("code")).isEqualTo(expected.path("code"));
        }
        Map<String, List<String>> headers = new TreeMap<>();
        reply.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        JsonNode http = event.path("requestContext").path("http");
        assertThat(Contract.check(
                                http.path("method").asText(),
                                event.path("rawPath").asText(),
                                Map.of("Content-Type", List.of("application/json")),
                                event.path("body").textValue(),
                                reply.path("statusCode").asInt(),
                                headers,
                                body)
                        .replyViolations())
                .isEmpty();
    }

    private static String read(String file) throws IOException {
        return Files.readString(EVENTS.resolve(file));
    }
}
