package dev.latchkey.local.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where functions log, as CloudWatch would get it. A failure is one JSON line too, so that the output stays readable
 * by machines.
 */
final class StandardOutput implements LambdaLogger {
    static final StandardOutput LOGGER = new StandardOutput();
    private static final ObjectMapper JSON = new ObjectMapper();

    private StandardOutput() {}

    @Override
    public void log(String message) {
        System.out.print(message);
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
    }

    static void failure(String function, String requestId, FunctionFailure failure) {
        ObjectNode line = JSON.createObjectNode()
                .put("level", "ERROR")
                .put("message", "the function failed")
                .put("function_name", function)
                .put("function_request_id", requestId)
                .put("errorType", failure.type())
                .put("errorMessage", failure.reason());
        Throwable cause = failure.getCause();
        if (cause != null) {
            Arrays.stream(cause.getStackTrace())
                    .limit(12)
                    .forEach(frame -> line.withArray("stackTrace").add(frame.toString()));
        }
        System.out.println(line);
    }
}
