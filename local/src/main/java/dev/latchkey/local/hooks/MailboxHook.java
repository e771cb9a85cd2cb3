package dev.latchkey.local.hooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.aws.ses.MailReader;
import dev.latchkey.local.aws.ses.Mailbox.Message;
import dev.latchkey.local.http.QueryString;
import dev.latchkey.local.http.Reply;
import dev.latchkey.local.http.Request;

/** The mail that has been sent, newest first, to everybody or to the address in {@code to}. */
final class MailboxHook {
    private final MailReader mailbox;

    MailboxHook(MailReader mailbox) {
        this.mailbox = mailbox;
    }

    Reply list(Request request) {
        ArrayNode list = HookJson.MAPPER.createArrayNode();
        mailbox.messages(QueryString.parse(request.query()).get("to")).forEach(message -> list.add(json(message)));
        return HookJson.reply(list);
    }

    private static ObjectNode json(Message message) {
        ObjectNode json = HookJson.MAPPER
                .createObjectNode()
                .put("id", message.id())
                .put("at", HookJson.time(message.at()))
                .put("from", message.from())
                .put("to", message.to())
                .put("subject", message.subject())
                .put("text", message.text())
                .put("html", message.html());
        ObjectNode tags = json.putObject("tags");
        message.tags().forEach(tags::put);
        return json;
    }
}
