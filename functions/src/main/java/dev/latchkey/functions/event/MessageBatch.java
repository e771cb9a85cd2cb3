package dev.latchkey.functions.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * A batch of messages from a queue, each settled by itself. The reply names the unsettled ones, so that their queue repeats
 * them after a pause.
 */
public final class MessageBatch {

    private final JsonNode messages;
    private final ObjectNode reply = Bodies.object();
    private final ArrayNode failures = reply.putArray("batchItemFailures");

    private MessageBatch(JsonNode messages) {
        this.messages = messages;
    }

    public static MessageBatch read(InputStream in) throws IOException {
        return new MessageBatch(StrictJson.event(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                .path("Records"));
    }

    /**
     * Settles each.
     *
     * @param isSettled tests a body
     */
    public void settle(Predicate<String> isSettled) {
        for (JsonNode message : messages) {
            if (!isSettled.test(message.path("body").asText())) {
                failures.addObject()
                        .put("itemIdentifier", message.path("messageId").asText());
            }
        }
    }

    /** Whether there are some and none is settled. */
    public boolean failed() {
        return !failures.isEmpty() && failures.size() == messages.size();
    }

    public void reply(OutputStream out) throws IOException {
        StrictJson.write(reply, out);
    }
}
