package dev.latchkey.functions.directory;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.contact.ContactEvent;
import dev.latchkey.contact.SyncContact;
import dev.latchkey.firm.FirmEvent;
import dev.latchkey.firm.SyncFirm;
import dev.latchkey.functions.Latchkey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes the practice application's directory events from their queue. The platform repeats those that failed. */
public final class DirectorySyncFunction implements RequestStreamHandler {

    private final SyncFirm firms;
    private final SyncContact contacts;

    public DirectorySyncFunction() {
        this(Latchkey.onLambda());
    }

    public DirectorySyncFunction(Latchkey latchkey) {
        this.firms = latchkey.syncFirm();
        this.contacts = latchkey.syncContact();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        DirectoryQueue.take(in, out, context, this::sync);
    }

    private void sync(DirectoryEvent event) {
        switch (event) {
            case DirectoryEvent.OfFirm(FirmEvent facts, var faults) -> firms.sync(facts);
            case DirectoryEvent.OfContact(ContactEvent.Erased other, var faults) ->
                throw DirectoryEvent.ofAnotherType();
            case DirectoryEvent.OfContact(ContactEvent facts, var faults) -> contacts.sync(facts);
            case DirectoryEvent.FirmDeleted other -> throw DirectoryEvent.ofAnotherType();
        }
    }
}
