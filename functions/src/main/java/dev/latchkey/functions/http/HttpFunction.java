package dev.latchkey.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.crypto.HashingOverloaded;
import dev.latchkey.crypto.KeysUnavailable;
import dev.latchkey.json.StrictJson;
import dev.latchkey.staff.StaffKeysUnavailable;
import dev.latchkey.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A Lambda function behind the HTTP API. The caller always gets a reply in the contract's form: a refusal at the edge as its
 * problem, an outage as 503 with a retry time, a bug as 500 without details.
 */
public abstract class HttpFunction implements RequestStreamHandler {

    private static final Duration WHILE_BUSY = Duration.ofSeconds(5);

    /** Answers one request. An instance runs one request at a time and keeps nothing of it. */
    protected abstract Reply handle(Request request);

    @Override
    public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        byte[] sent = in.readAllBytes();
        ObjectNode event =
                StrictJson.object(new String(sent, StandardCharsets.UTF_8)).orElseGet(StrictJson::object);
        Reply reply = event.isEmpty() ? Problem.INTERNAL_ERROR.reply() : answer(event, context);
        AccessLog.write(event, reply, context);
        ReplyWriter.write(reply, event.path("requestContext").path("requestId").asText(), out);
    }

    private Reply answer(ObjectNode event, Context context) {
        try {
            return Log.during(context, () -> handle(Request.of(event)));
        } catch (ProblemException problemException) {
            return problemException.reply();
        } catch (HashingOverloaded busy) {
            Log.write(Log.line("WARN", "hashing_busy", context));
            return Problem.TOO_MANY_REQUESTS.retryAfter(WHILE_BUSY);
        } catch (StoreUnavailable | KeysUnavailable | StaffKeysUnavailable outage) {
            Log.failure("dependency_unavailable", outage, context);
            return Problem.SERVICE_UNAVAILABLE.reply();
        } catch (Throwable bug) {
            Log.failure("sys_crash", bug, context);
            return Problem.INTERNAL_ERROR.reply();
        }
    }
}
