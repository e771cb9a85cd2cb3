package dev.latchkey.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.functions.http.Log;
import dev.latchkey.json.StrictJson;
import dev.latchkey.magiclink.DeliverLink;
import dev.latchkey.magiclink.DeliverLink.Delivery;
import dev.latchkey.mail.MailId;
import dev.latchkey.mail.Outbox;
import dev.latchkey.mail.OutgoingMail;
import dev.latchkey.store.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Woken by the table's stream for every mail that was written into the outbox. Each record is tried; those that failed
 * are named, so that the platform brings them back and keeps what can't be sent at the failure destination.
 */
public final class MailSenderFunction implements RequestStreamHandler {

    private final Outbox outbox;
    private final DeliverLink links;

    public MailSenderFunction() {
        this(Latchkey.onLambda());
    }

    public MailSenderFunction(Latchkey latchkey) {
        this.outbox = latchkey.outbox();
        this.links = latchkey.deliverLink();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        ObjectNode event = StrictJson.event(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        ObjectNode reply = Bodies.object();
        ArrayNode failures = reply.putArray("batchItemFailures");
        for (JsonNode entry : event.path("Records")) {
            JsonNode change = entry.path("dynamodb");
            if (!sent(change.path("Keys"), context)) {
                failures.addObject()
                        .put("itemIdentifier", change.path("SequenceNumber").asText());
            }
        }
        StrictJson.MAPPER.writeValue(out, reply);
    }

    private boolean sent(JsonNode keys, Context context) {
        try {
            MailId id = MailId.of(new Key(
                    keys.path("pk").path("S").asText(),
                    keys.path("sk").path("S").asText()));
            OutgoingMail mail = outbox.find(id);
            if (mail != null) {
                log(deliver(mail), mail, context);
            }
            return true;
        } catch (RuntimeException failed) {
            Log.failure("mail_not_sent", failed, context);
            return false;
        }
    }

    private Delivery deliver(OutgoingMail mail) {
        return switch (mail.kind()) {
            case REQUEST_LINK -> links.deliver(mail);
        };
    }

    private static void log(Delivery delivery, OutgoingMail mail, Context context) {
        String event =
                switch (delivery) {
                    case Delivery.Delivered delivered -> "mail_sent";
                    case Delivery.NotNeeded dead -> "mail_not_needed";
                };
        Log.write(Log.line("INFO", event, context)
                .put("firm", mail.id().firm().value())
                .put("mail", mail.id().id())
                .put("kind", mail.kind().tag()));
    }
}
