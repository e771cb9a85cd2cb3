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
 * Follows the table's stream and logs each event of the trail that somebody changed or removed, as it was before; an alarm
 * counts these lines. Whatever the change put into the event, the record is read and the line written.
 */
public final class AuditTamperingFunction implements RequestStreamHandler {

    /** Registers it for a snapshot like the others; no part of the product is built. */
    public AuditTamperingFunction() {
        this(Latchkey.onLambda());
    }

    /** It needs nothing; the parameter makes it alike to the others. */
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
