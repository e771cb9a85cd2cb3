package dev.latchkey.functions.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.event.MessageBatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Reads the mail queues, into which the table's stream puts the key of every new mail in the outbox. Each message is settled by
 * itself; the reply names the others, so that their queue repeats them after a pause.
 */
public final class MailSenderFunction implements RequestStreamHandler {

    private final MailSettlement mails;

    public MailSenderFunction() {
        this(Latchkey.onLambda());
    }

    public MailSenderFunction(Latchkey latchkey) {
        this.mails = new MailParts(latchkey.parts()).mailSettlement();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        MessageBatch batch = MessageBatch.read(in);
        batch.settle(message -> mails.isSettled(message, context));
        batch.reply(out);
    }
}
