package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contract.Contract;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.Deployed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An event of the folder events/, for tests to change in one respect and to hand to instances of their own. */
record Asking(String function, ObjectNode event) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    static Asking of(EventFile file) throws IOException {
        return new Asking(file.function(), (ObjectNode) Api.JSON.readTree(file.text()));
    }

    /** The same, with real tokens where names stand for them. */
    Asking filled(World world) throws IOException {
        return new Asking(function, (ObjectNode) Api.JSON.readTree(new EventTokens(world).fill(event.toString())));
    }

    boolean hasBody() {
        return !event.path("body").asText().isEmpty();
    }

    /** The same body, and so many blanks behind it. */
    Asking withBlanks(int many) {
        ObjectNode other = event.deepCopy();
        other.put("body", new HttpEvent(event).body() + " ".repeat(many)).put("isBase64Encoded", false);
        return new Asking(function, other);
    }

    Asking withType(String type) {
        ObjectNode other = event.deepCopy();
        other.withObject("/headers").put("content-type", type);
        return new Asking(function, other);
    }

    /**
     * Has a new instance of the function answer, which must be this problem, in the contract's form.
     *
     * @param aws where the instance's calls go
     */
    void isRefused(World world, URI aws, String code) throws Exception {
        RequestStreamHandler handler = Class.forName(Deployed.handler(function))
                .asSubclass(RequestStreamHandler.class)
                .getConstructor(Latchkey.class)
                .newInstance(world.instance(function, aws));
        byte[] sent = event.toString().getBytes(StandardCharsets.UTF_8);
        JsonNode reply = Api.JSON.readTree(new LocalFunction(function, handler, LONGEST).invoke(sent));
        String body = HttpEvent.content(reply);
        assertThat(Api.JSON.readTree(body).path("code").asText())
                .as(function + ": " + body)
                .isEqualTo(code);
        assertThat(body).doesNotContain("Exception", "AccessDenied", "arn:");
        HttpEvent asked = new HttpEvent(event);
        Contract.Result result = Contract.witness(
                asked.method(),
                asked.target(),
                asked.headers(),
                asked.body(),
                reply.path("statusCode").asInt(),
                HttpEvent.answered(reply),
                body);
        assertThat(result.replyViolations()).as(function).isEmpty();
    }
}
