package dev.latchkey.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Woken by the table's stream for every mail that was written into the outbox. Each record is tried; those that failed
 * are named, so that the platform brings them back and keeps what can't be sent at the failure destination.
 */
public final class MailSenderFunction implements RequestStreamHandler {

    private final MailDelivery delivery;

    public MailSenderFunction() {
        this(Latchkey.onLambda());
    }

    public MailSenderFunction(Latchkey latchkey) {
        this.delivery = latchkey.mail().mailDelivery();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        ObjectNode event = StrictJson.event(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        ObjectNode reply = Bodies.object();
        ArrayNode failures = reply.putArray("batchItemFailures");
        for (JsonNode entry : event.path("Records")) {
            JsonNode change = entry.path("dynamodb");
            if (!delivery.isDone(change.path("Keys"), context)) {
                failures.addObject()
                        .put("itemIdentifier", change.path("SequenceNumber").asText());
            }
        }
        StrictJson.write(reply, out);
    }
}
