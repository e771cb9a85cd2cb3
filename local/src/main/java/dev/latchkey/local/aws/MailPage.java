package dev.latchkey.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.latchkey.local.aws.ses.MailReader;
import dev.latchkey.local.aws.ses.SentMail;
import java.io.IOException;

/** {@code GET /_aws/ses}: the sent mail, which no call of SES lists. Not counted and never faulted. */
final class MailPage implements HttpHandler {
    private final MailReader mailbox;

    MailPage(MailReader mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Replies.send(exchange, SentMail.list(mailbox.messages(null)));
        }
    }
}
