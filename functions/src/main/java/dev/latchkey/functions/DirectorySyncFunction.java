package dev.latchkey.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.SyncContact;
import dev.latchkey.firm.SyncFirm;
import dev.latchkey.functions.http.Log;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the practice application's directory events from the bus. One that doesn't tell whom it is about or its version is
 * an exception on purpose: the platform then keeps it at the failure destination, and nothing is lost. Of any other all that
 * can be read is taken, and the rest is logged and shown on the contact.
 */
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
        ObjectNode event = StrictJson.oddEvent(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        DirectoryEvent read = DirectoryEvent.read(event);
        switch (read) {
            case DirectoryEvent.OfFirm firm -> firms.sync(firm.facts());
            case DirectoryEvent.OfContact contact -> contacts.sync(contact.facts());
        }
        ObjectNode line = Log.line(read.faults().isEmpty() ? "INFO" : "WARN", "directory_event_taken", context)
                .put("detail_type", event.path("detail-type").asText())
                .put("event_id", event.path("id").asText());
        read.faults().forEach(fault -> line.withArray("faults").add(fault.field() + " " + fault.message()));
        Log.write(line);
    }
}
