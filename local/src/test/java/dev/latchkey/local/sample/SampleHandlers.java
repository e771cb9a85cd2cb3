package dev.latchkey.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The handlers of sample.yaml: small, but real ones. */
public final class SampleHandlers {
    public static final ObjectMapper JSON = new ObjectMapper();
    public static final Path TEMPLATE = Path.of("src/test/resources/sample.yaml");
    public static final Map<String, String> PARAMETERS = Map.of("Required", "given");
    public static final Map<String, String> ATTRIBUTES = Map.of("SigningKey.Arn", "arn:aws:kms:key");

    private SampleHandlers() {}

    public static RequestStreamHandler make(Class<?> type) {
        try {
            return (RequestStreamHandler) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Answers with the event it got. */
    public static final class Echo implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            ObjectNode reply = JSON.createObjectNode().put("statusCode", 200);
            reply.putObject("headers")
                    .put("content-type", "application/json")
                    .put("Access-Control-Allow-Origin", "*")
                    .put("vary", "accept-encoding");
            reply.put("body", JSON.readTree(input).toString());
            output.write(JSON.writeValueAsBytes(reply));
        }
    }

    /** Answers with its request's body as it is; some bodies make it misbehave. */
    public static final class Reply implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            String body = JSON.readTree(input).path("body").asText();
            switch (body) {
                case "throw" -> throw new IOException("on purpose");
                case "hang" -> hang();
                default -> output.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }

        private static void hang() throws IOException {
            try {
                TimeUnit.SECONDS.sleep(60);
            } catch (InterruptedException outOfTime) {
                throw new IOException(outOfTime);
            }
        }
    }

    /** Notes what the stream brings. */
    public static final class Mail implements RequestStreamHandler {
        public static final List<JsonNode> RECORDS = new CopyOnWriteArrayList<>();

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            JSON.readTree(input).path("Records").forEach(RECORDS::add);
        }
    }

    /** Notes what the queue of the bus brings, and how often; refuses what says so, alone or with its whole batch. */
    public static final class Directory implements RequestStreamHandler {
        public static final List<JsonNode> EVENTS = new CopyOnWriteArrayList<>();

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            ObjectNode reply = JSON.createObjectNode();
            ArrayNode failures = reply.putArray("batchItemFailures");
            for (JsonNode message : JSON.readTree(input).path("Records")) {
                String body = message.path("body").asText();
                EVENTS.add(JSON.readTree(body));
                if (body.contains("\"refuse\"")) {
                    throw new IllegalArgumentException("refused on purpose");
                }
                if (body.contains("\"fail\"")) {
                    failures.addObject()
                            .put("itemIdentifier", message.path("messageId").asText());
                }
            }
            output.write(JSON.writeValueAsBytes(reply));
        }
    }

    /** Notes what the topic brings; refuses what says so. */
    public static final class Feedback implements RequestStreamHandler {
        public static final List<JsonNode> EVENTS = new CopyOnWriteArrayList<>();

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            JsonNode event = JSON.readTree(input);
            EVENTS.add(event);
            if (event.toString().contains("refuse")) {
                throw new IllegalArgumentException("refused on purpose");
            }
        }
    }
}
