package dev.latchkey.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.StrictJson;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The functions' log: one JSON object a line, everything outside ASCII escaped, field names as Powertools has them. It
 * is given facts to write, never requests, bodies, headers or tokens.
 */
public final class Log {

    private static final int DEEPEST_CAUSE = 4;

    private static final ScopedValue<Context> INVOCATION = ScopedValue.newInstance();

    private Log() {}

    /** Does something within an invocation, of which whoever logs by {@link #failure(String, Throwable)} needs not know. */
    static <T> T during(Context invocation, Supplier<T> work) {
        return ScopedValue.where(INVOCATION, invocation).call(work::get);
    }

    /** Something that failed and that the running invocation goes on without. */
    public static void failure(String event, Throwable failure) {
        failure(event, failure, INVOCATION.get());
    }

    /** Something that happened, by its word in OWASP's logging vocabulary where that has one. */
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

    /** An exception by its classes and places. Messages are left out: they may hold what a caller sent. */
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
