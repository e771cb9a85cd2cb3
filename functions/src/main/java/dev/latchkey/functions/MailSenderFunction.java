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
 * Takes from the mail queues, into which the table's stream puts the key of every mail that was written into the outbox.
 * Each message is settled for itself; those that were not are named, so that their queue brings them back after a pause.
 */
public final class MailSenderFunction implements RequestStreamHandler {

    private final MailSettlement mails;

    public MailSenderFunction() {
        this(Latchkey.onLambda());
    }

    public MailSenderFunction(Latchkey latchkey) {
        this.mails = latchkey.mail().mailSettlement();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        ObjectNode event = StrictJson.event(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        ObjectNode reply = Bodies.object();
        ArrayNode failures = reply.putArray("batchItemFailures");
        for (JsonNode message : event.path("Records")) {
            if (!mails.isSettled(message.path("body").asText(), context)) {
                failures.addObject()
                        .put("itemIdentifier", message.path("messageId").asText());
            }
        }
        StrictJson.write(reply, out);
    }
}
