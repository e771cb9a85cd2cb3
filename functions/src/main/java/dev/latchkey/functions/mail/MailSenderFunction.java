package dev.latchkey.functions.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.event.MessageBatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

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
        this.mails = new MailParts(latchkey.parts()).mailSettlement();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        MessageBatch batch = MessageBatch.read(in);
        batch.settle(message -> mails.isSettled(message, context));
        batch.reply(out);
    }
}
