package dev.latchkey.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.event.MalformedEvent;
import dev.latchkey.functions.http.Log;
import dev.latchkey.snapstart.Snapshotted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does around its snapshot (SnapStart). Before it: the function handles a request that is refused at the edge,
 * and its parts get ready. This calls nobody, so no network or permission can be missing; only the functions for keys and
 * portal facts refuse nothing, and fetch as for any request. A failure is logged as an error and the snapshot is taken: its
 * instances work, only slower. After it: every part forgets. If that fails, the exception keeps the instance from serving.
 */
public final class SnapshotHook implements Resource {

    private static final String LAMBDAS = "com.amazonaws.services.lambda.crac";
    private static final byte[] REFUSED = """
            {"version":"2.0","routeKey":"snapshot","rawPath":"/","body":"{}","isBase64Encoded":false,"Records":[],
             "headers":{"authorization":"Bearer e30.e30.AA","content-type":"application/json"},
             "pathParameters":{"firmId":"-","contactId":"-","sessionId":"-"},
             "requestContext":{"requestId":"snapshot","http":{"method":"POST","path":"/","sourceIp":"127.0.0.1"}}}
            """.getBytes(StandardCharsets.UTF_8);

    /** The platform holds hooks weakly. */
    private static final List<SnapshotHook> KEPT = new ArrayList<>();

    private final Latchkey latchkey;
    private final String handler;
    private final SnapshotContext context;

    /**
     * @param latchkey builds the function's parts
     * @param handler its class, as the platform names it
     */
    public SnapshotHook(Latchkey latchkey, String handler) {
        this.latchkey = latchkey;
        this.handler = handler.split("::", 2)[0];
        this.context = new SnapshotContext(this.handler);
    }

    static void register(Latchkey latchkey, String handler) {
        SnapshotHook hook = new SnapshotHook(latchkey, handler);
        if (System.getProperty("org.crac.Core.Compat") == null) {
            // Without it the library never runs a registered hook
            System.setProperty("org.crac.Core.Compat", LAMBDAS);
        }
        Core.getGlobalContext().register(hook);
        KEPT.add(hook);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> platform) {
        try {
            refuseOne();
            List.copyOf(latchkey.snapshotted()).forEach(Snapshotted::prime);
            Log.write(line("INFO", "snapshot_primed"));
        } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError failed) {
            Log.failure("snapshot_not_primed", failed, context);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> platform) {
        latchkey.snapshotted().forEach(Snapshotted::forget);
        Log.write(line("INFO", "snapshot_restored"));
    }

    /** Uses a second handler with the same parts, since the hook is registered before the real one exists. */
    private void refuseOne() throws ReflectiveOperationException, IOException {
        Object made = Class.forName(handler).getConstructor(Latchkey.class).newInstance(latchkey);
        try {
            ((RequestStreamHandler) made)
                    .handleRequest(new ByteArrayInputStream(REFUSED), OutputStream.nullOutputStream(), context);
        } catch (MalformedEvent refused) {
            Log.write(line("INFO", "snapshot_event_refused"));
        }
    }

    private ObjectNode line(String level, String event) {
        return Log.line(level, event, context);
    }
}
