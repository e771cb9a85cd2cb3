package dev.latchkey.local.aws.ses;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.wire.AwsReply;
import java.util.List;

/** Mail as JSON, in the shape that tools written for the common emulators expect. */
public final class SentMail {
    private SentMail() {}

    public static AwsReply list(List<Mailbox.Message> messages) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("messages");
        messages.forEach(message -> list.add(json(message)));
        return AwsReply.json(200, "application/json", body);
    }

    private static ObjectNode json(Mailbox.Message message) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("Id", message.id())
                .put("Region", "eu-west-1")
                .put("Timestamp", message.at().toString())
                .put("Source", message.from())
                .put("Subject", message.subject());
        json.putObject("Destination").putArray("ToAddresses").add(message.to());
        json.putObject("Body").put("text_part", message.text()).put("html_part", message.html());
        if (!message.raw().isEmpty()) {
            json.put("RawData", message.raw());
        }
        return json;
    }
}
