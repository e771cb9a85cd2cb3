package dev.latchkey.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.http.Bodies;
import dev.latchkey.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Takes the practice application's directory events from their queue. The platform brings back those that failed. */
public final class DirectorySyncFunction implements RequestStreamHandler {

    private final DirectorySync sync;

    public DirectorySyncFunction() {
        this(Latchkey.onLambda());
    }

    public DirectorySyncFunction(Latchkey latchkey) {
        this.sync = new DirectorySync(latchkey.syncFirm(), latchkey.syncContact());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        ObjectNode event = StrictJson.event(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        ObjectNode reply = Bodies.object();
        reply.set("batchItemFailures", sync.take(event.path("Records"), context));
        StrictJson.write(reply, out);
    }
}
