package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.RequestSignInLinkFunction;
import dev.latchkey.local.lambda.LocalFunction;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clients that ask for sign-in links from many addresses, at instants to the millisecond: the real function on the real
 * table, given the events that the gateway would give it, with a clock that stands still.
 */
final class Sources {

    private final World world;
    private final TestFirm firm;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Map<Long, LocalFunction> functions = new HashMap<>();

    Sources(World world, TestFirm firm) {
        this.world = world;
        this.firm = firm;
    }

    Answer ask(String source, String email, long millis) {
        return ask(source, null, email, millis);
    }

    /** @param device that it says it is */
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
        try {
            return answer(
                    Api.JSON.readTree(function(millis).invoke(event.toString().getBytes(StandardCharsets.UTF_8))));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private synchronized LocalFunction function(long millis) {
        return functions.computeIfAbsent(millis, at -> {
            Clock clock = Clock.fixed(start.plusMillis(at), ZoneOffset.UTC);
            return new LocalFunction(
                    "RequestSignInLinkFunction",
                    new RequestSignInLinkFunction(new Latchkey(environment(), clock)),
                    Duration.ofSeconds(25));
        });
    }

    private Map<String, String> environment() {
        return Map.of(
                "TABLE_NAME", "latchkey",
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL", world.aws().toString(),
                "ALLOWED_ORIGINS", world.origin());
    }

    private static Answer answer(JsonNode reply) throws Exception {
        String body = reply.path("body").asText();
        HttpHeaders headers = HttpHeaders.of(HttpEvent.answered(reply), (name, value) -> true);
        return new Answer(reply.path("statusCode").asInt(), headers, body, Api.JSON.readTree(body));
    }
}
