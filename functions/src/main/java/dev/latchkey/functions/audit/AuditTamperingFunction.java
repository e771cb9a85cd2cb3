package dev.latchkey.functions.audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.functions.http.Log;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the table's stream and logs each event of the trail that was changed or removed, with its old values; an alarm counts
 * these lines. Nothing that a change writes into an event can stop this.
 */
public final class AuditTamperingFunction implements RequestStreamHandler {

    /** Registers for a snapshot like the other functions; builds no parts. */
    public AuditTamperingFunction() {
        this(Latchkey.onLambda());
    }

    /** Needs no parts; has the parameter of the other functions. */
    public AuditTamperingFunction(Latchkey latchkey) {}

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode records = StrictJson.oddEvent(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                .path("Records");
        for (JsonNode change : records) {
            if (AuditTampering.isIn(change)) {
                Log.write(AuditTampering.describe(change, Log.line("ERROR", "audit_event_tampered", context)));
            }
        }
    }
}
