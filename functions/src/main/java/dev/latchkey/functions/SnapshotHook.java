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
 * What a function does around its snapshot (SnapStart). Before: a request that is refused at the edge, and whatever its
 * parts do to be ready. Nobody is called, so no network and no permission can be missing; only what has nothing
 * to refuse, keys and facts of a portal, fetches them as for any request. If it fails all the same the log says so as an error and the
 * snapshot is taken: its instances are right, only slower. After: every part forgets. If that fails the instance must not
 * serve, and the exception keeps it from it.
 */
public final class SnapshotHook implements Resource {

    private static final String LAMBDAS = "com.amazonaws.services.lambda.crac";
    private static final byte[] REFUSED = """
            {"version":"2.0","routeKey":"snapshot","rawPath":"/","body":"{}","isBase64Encoded":false,"Records":[],
             "headers":{"authorization":"Bearer e30.e30.AA","content-type":"application/json"},
             "pathParameters":{"firmId":"-","contactId":"-","sessionId":"-"},
             "requestContext":{"requestId":"snapshot","http":{"method":"POST","path":"/","sourceIp":"127.0.0.1"}}}
            """.getBytes(StandardCharsets.UTF_8);

    /** The platform remembers hooks weakly. */
    private static final List<SnapshotHook> KEPT = new ArrayList<>();

    private final Latchkey latchkey;
    private final String handler;
    private final SnapshotContext context;

    /**
     * @param latchkey what the function is made of
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
            // Without it the library takes the hook and runs it never
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

    /** By a handler of the same parts, since the one that will serve isn't made yet when the hook is registered. */
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
