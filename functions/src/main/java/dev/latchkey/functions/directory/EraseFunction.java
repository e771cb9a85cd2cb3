package dev.latchkey.functions.directory;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.contact.ContactEvent;
import dev.latchkey.erasure.EraseContact;
import dev.latchkey.erasure.EraseFirm;
import dev.latchkey.functions.Latchkey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Erases contacts and deletes firms when the practice application says so. The platform repeats what broke off. */
public final class EraseFunction implements RequestStreamHandler {

    private final EraseContact contacts;
    private final EraseFirm firms;

    public EraseFunction() {
        this(Latchkey.onLambda());
    }

    public EraseFunction(Latchkey latchkey) {
        this.contacts = new ErasureParts(latchkey.parts()).eraseContact();
        this.firms = new ErasureParts(latchkey.parts()).eraseFirm();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        DirectoryQueue.take(in, out, context, this::erase);
    }

    private void erase(DirectoryEvent event) {
        switch (event) {
            case DirectoryEvent.FirmDeleted gone -> firms.erase(gone.firm(), gone.version());
            case DirectoryEvent.OfContact(ContactEvent.Erased gone, var faults) -> contacts.erase(gone);
            case DirectoryEvent.OfContact other -> throw DirectoryEvent.ofAnotherType();
            case DirectoryEvent.OfFirm other -> throw DirectoryEvent.ofAnotherType();
        }
    }
}
