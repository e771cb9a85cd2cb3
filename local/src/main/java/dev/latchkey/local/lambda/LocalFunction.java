package dev.latchkey.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One function of the template with its handler, one instance of it for all calls. Each invocation has a virtual
 * thread of its own: a handler that runs over its time is interrupted and reported, as the service does, and nobody
 * waits for it.
 */
public final class LocalFunction {
    private final String id;
    private final RequestStreamHandler handler;
    private final Duration timeout;

    public LocalFunction(String id, RequestStreamHandler handler, Duration timeout) {
        this.id = id;
        this.handler = handler;
        this.timeout = timeout;
    }

    static String arn(String function) {
        return "arn:aws:lambda:eu-west-1:000000000000:function:" + function;
    }

    public String id() {
        return id;
    }

    public String arn() {
        return arn(id);
    }

    public Duration timeout() {
        return timeout;
    }

    public byte[] invoke(byte[] event) throws FunctionFailure, InterruptedException {
        return invoke(event, timeout);
    }

    /** Waits no longer than the caller's own patience, even where the function may run on. */
    public byte[] invoke(byte[] event, Duration patience) throws FunctionFailure, InterruptedException {
        Duration limit = patience.compareTo(timeout) < 0 ? patience : timeout;
        String requestId = UUID.randomUUID().toString();
        FutureTask<byte[]> call = new FutureTask<>(() -> run(event, requestId));
        Thread thread = Thread.ofVirtual().name(id).start(call);
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            throw reported(requestId, timedOut(requestId, limit));
        } catch (ExecutionException thrown) {
            throw reported(requestId, new FunctionFailure(thrown.getCause() == null ? thrown : thrown.getCause()));
        } catch (InterruptedException closing) {
            thread.interrupt();
            throw closing;
        }
    }

    private byte[] run(byte[] event, String requestId) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream(1024);
        LocalContext context = LocalContext.of(id, requestId, timeout);
        handler.handleRequest(new ByteArrayInputStream(event), reply, context);
        return reply.toByteArray();
    }

    private FunctionFailure timedOut(String requestId, Duration limit) {
        String seconds = "%d.%03d".formatted(limit.toSeconds(), limit.toMillisPart());
        return new FunctionFailure(
                FunctionFailure.TIMED_OUT, requestId + " Task timed out after " + seconds + " seconds");
    }

    private FunctionFailure reported(String requestId, FunctionFailure failure) {
        StandardOutput.failure(id, requestId, failure);
        return failure;
    }
}
