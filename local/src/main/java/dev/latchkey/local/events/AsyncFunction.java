package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.SamFunction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Asynchronous invocation: an event is tried again after a failure, then handed to the failure destination. Lambda
 * waits minutes between tries, this 100 ms.
 */
final class AsyncFunction {
    private static final long PAUSE_MILLIS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SamFunction settings;
    private final LocalFunction function;
    private final FailureQueue failures;

    AsyncFunction(SamFunction settings, LocalFunction function, FailureQueue failures) {
        this.settings = settings;
        this.function = function;
        this.failures = failures;
    }

    Outcome invoke(JsonNode event) throws InterruptedException {
        byte[] payload = event.toString().getBytes(StandardCharsets.UTF_8);
        for (int attempt = 1; ; attempt++) {
            try {
                function.invoke(payload);
                return new Outcome.Taken();
            } catch (FunctionFailure failure) {
                if (attempt > settings.asyncRetries()) {
                    failures.add(settings.failureDestination(), message(event, failure, attempt));
                    return new Outcome.GivenUp(function.id(), failure.type(), failure.reason());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS * attempt);
            }
        }
    }

    /** The invocation record that an on-failure destination receives. */
    private ObjectNode message(JsonNode event, FunctionFailure failure, int attempts) {
        ObjectNode message = JSON.createObjectNode()
                .put("version", "1.0")
                .put("timestamp", Instant.now().toString());
        message.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", function.arn() + ":$LATEST")
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", attempts);
        message.set("requestPayload", event);
        message.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        message.putObject("responsePayload")
                .put("errorMessage", failure.reason())
                .put("errorType", failure.type());
        return message;
    }
}
