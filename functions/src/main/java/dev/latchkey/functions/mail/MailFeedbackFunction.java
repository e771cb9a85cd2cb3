package dev.latchkey.functions.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.bounce.MarkUndeliverable;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.Log;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the mail service's reports from its topic, to which only this function subscribes. An unreadable report is an exception
 * on purpose: the platform then keeps it at the failure destination. The log says of each report whether it marked an address.
 */
public final class MailFeedbackFunction implements RequestStreamHandler {

    private final MarkUndeliverable marking;

    public MailFeedbackFunction() {
        this(Latchkey.onLambda());
    }

    public MailFeedbackFunction(Latchkey latchkey) {
        this.marking = new MailParts(latchkey.parts()).markUndeliverable();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        ObjectNode event = StrictJson.event(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        for (JsonNode notice : event.path("Records")) {
            String message = notice.path("Sns").path("Message").asText();
            int marked = SesNotification.read(message).map(marking::mark).orElse(0);
            Log.write(Log.line("INFO", marked > 0 ? "mail_report_marked" : "mail_report_ignored", context)
                    .put("sns_message", notice.path("Sns").path("MessageId").asText()));
        }
    }
}
