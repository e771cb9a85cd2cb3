package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.link.RequestSignInLinkFunction;
import dev.latchkey.local.lambda.LocalFunction;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clients that ask for sign-in links from many addresses, at instants to the millisecond: the real function on the real
 * table, given the events that the gateway would give it, with a clock that stands still.
 */
final class Sources {

    private final TestFirm firm;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final LocalFunction function;
    private volatile Instant now = start;

    Sources(World world, TestFirm firm) {
        this.firm = firm;
        InstantSource standing = () -> now;
        this.function = new LocalFunction(
                "RequestSignInLinkFunction",
                new RequestSignInLinkFunction(
                        world.instance("RequestSignInLinkFunction", standing.withZone(ZoneOffset.UTC))),
                Duration.ofSeconds(25));
    }

    Answer ask(String source, String email, long millis) {
        return ask(source, null, email, millis);
    }

    /**
     * Whoever asks at the same time asks at the same instant.
     *
     * @param device that it says it is
     */
    Answer ask(String source, @Nullable String device, String email, long millis) {
        ObjectNode event = Api.JSON.createObjectNode().put("version", "2.0");
        event.put("routeKey", "POST /v1/firms/{firmId}/magic-links");
        event.put("rawPath", "/v1/firms/" + firm.id() + "/magic-links");
        event.putObject("pathParameters").put("firmId", firm.id());
        event.putObject("headers").put("content-type", "application/json");
        ObjectNode context = event.putObject("requestContext").put("requestId", "r-" + millis);
        context.putObject("http").put("method", "POST").put("sourceIp", source);
        event.put(
                "body",
                Api.write(device == null ? Map.of("email", email) : Map.of("email", email, "deviceSecret", device)));
        now = start.plusMillis(millis);
        try {
            return answer(Api.JSON.readTree(function.invoke(event.toString().getBytes(StandardCharsets.UTF_8))));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Answer answer(JsonNode reply) throws Exception {
        String body = reply.path("body").asText();
        HttpHeaders headers = HttpHeaders.of(HttpEvent.answered(reply), (name, value) -> true);
        return new Answer(reply.path("statusCode").asInt(), headers, body, Api.JSON.readTree(body));
    }
}
