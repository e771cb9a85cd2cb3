package dev.latchkey.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import dev.latchkey.local.aws.wire.AwsReply;
import dev.latchkey.local.aws.wire.AwsService;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Counts each call, lets it meet its fault, asks whether its caller may make it, and hands it to its service. An exchange
 * closed unanswered is a drop.
 */
final class Front implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(Front.class.getName());
    private static final String UNKNOWN =
            "{\"__type\":\"UnknownOperationException\",\"message\":\"No such operation here\"}";

    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

    private final Map<String, AwsService> services;
    private final CallCounter calls;
    private final Faults faults;
    private volatile Consumer<AwsCall> guard = everything -> {};
    private volatile Runnable written = () -> {};

    Front(Map<String, AwsService> services, CallCounter calls, Faults faults) {
        this.services = services;
        this.calls = calls;
        this.faults = faults;
    }

    /** From now on each call has to pass this, which throws what refuses it. */
    void guard(Consumer<AwsCall> by) {
        guard = by;
    }

    /** From now on this is run after each call that may have changed a table, before its caller is answered. */
    void afterEachWrite(Runnable done) {
        written = done;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<AwsReply> reply = AwsCall.read(exchange.getRequestHeaders(), body)
                    .map(this::meet)
                    .orElse(Optional.of(AwsReply.text(400, "application/x-amz-json-1.0", UNKNOWN)));
            if (reply.isPresent()) {
                Replies.send(exchange, reply.get());
            }
        }
    }

    private Optional<AwsReply> meet(AwsCall call) {
        calls.count(call.service(), call.operation());
        Optional<Faults.Armed> armed = faults.take(call.service(), call.operation());
        return armed.isPresent() ? fail(call, armed.get()) : Optional.of(answer(call));
    }

    private Optional<AwsReply> fail(AwsCall call, Faults.Armed armed) {
        if (armed.fault().when() == Fault.When.AFTER) {
            answer(call);
        }
        return switch (armed.fault().error()) {
            case Fault.DROP -> Optional.empty();
            case Fault.HANG -> {
                armed.hang();
                yield Optional.empty();
            }
            case String code -> Optional.of(service(call).error(call, new AwsError(code, "Fault asked for")));
        };
    }

    private AwsReply answer(AwsCall call) {
        try {
            guard.accept(call);
            AwsReply reply = service(call).answer(call);
            if (WRITES.contains(call.operation())) {
                written.run();
            }
            return reply;
        } catch (AwsError refused) {
            return service(call).error(call, refused);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, call.service() + " " + call.operation(), bug);
            return service(call).error(call, new AwsError("InternalFailure", "See the log of the local endpoint"));
        }
    }

    private AwsService service(AwsCall call) {
        return Objects.requireNonNull(services.get(call.service()));
    }
}
