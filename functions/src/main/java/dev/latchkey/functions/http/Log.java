package dev.latchkey.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The functions' log: one JSON object per line, non-ASCII escaped, field names as in Powertools. It takes facts, never
 * requests, bodies, headers or tokens.
 */
public final class Log {

    private static final int DEEPEST_CAUSE = 4;

    private static final ScopedValue<Context> INVOCATION = ScopedValue.newInstance();

    private Log() {}

    /** Runs work within an invocation, which callers of {@link #failure(String, Throwable)} needn't know. */
    static <T> T during(Context invocation, Supplier<T> work) {
        return ScopedValue.where(INVOCATION, invocation).call(work::get);
    }

    /** A failure after which the running invocation continues. */
    public static void failure(String event, Throwable failure) {
        failure(event, failure, INVOCATION.get());
    }

    /** An event, named as in OWASP's logging vocabulary where possible. */
    public static ObjectNode line(String level, String event, Context context) {
        return StrictJson.object()
                .put("timestamp", Bodies.time(Instant.now()))
                .put("level", level)
                .put("message", event)
                .put("service", "latchkey")
                .put("function_name", context.getFunctionName())
                .put("function_request_id", context.getAwsRequestId());
    }

    public static void failure(String event, Throwable failure, Context context) {
        write(failureLine(event, failure, context));
    }

    /** An exception's classes and places. Messages are left out: they may hold what a caller sent. */
    public static ObjectNode failureLine(String event, Throwable failure, Context context) {
        ObjectNode line = line("ERROR", event, context);
        StringBuilder causes = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            StackTraceElement[] trace = cause.getStackTrace();
            causes.append(depth == 0 ? "" : " <- ").append(cause.getClass().getName());
            causes.append(trace.length == 0 ? "" : " at " + trace[0]);
            cause = cause.getCause();
        }
        return line.put("error", causes.toString());
    }

    @SuppressWarnings("SystemOut")
    public static void write(ObjectNode line) {
        System.out.println(StrictJson.ascii(line));
    }
}
