package dev.latchkey.benchmarks.cold;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.acceptance.Tap;
import dev.latchkey.benchmarks.cold.Instance.Description;
import dev.latchkey.functions.Latchkey;
import dev.latchkey.local.http.Request;
import dev.latchkey.local.lambda.LocalContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which calls a function makes for its first event: it is made anew in this process, with somebody in between who listens. */
record Recording(Tap tap) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIME = Duration.ofSeconds(10);

    /** By the names of the operations; SES, whose calls have no name on the wire's head, is only ever asked to send. */
    List<String> calls(Description tapped, byte[] event) throws ReflectiveOperationException, IOException {
        Latchkey parts = new Latchkey(tapped.environment(), Clock.systemUTC());
        Object handler =
                Class.forName(tapped.handler()).getConstructor(Latchkey.class).newInstance(parts);
        ((RequestStreamHandler) handler)
                .handleRequest(
                        new ByteArrayInputStream(event),
                        OutputStream.nullOutputStream(),
                        LocalContext.of("bench", "bench", TIME));
        List<String> calls = new ArrayList<>();
        for (Request request : tap.requests()) {
            calls.add(call(request));
        }
        return calls;
    }

    /** A transaction with its parts, such as {@code TransactWriteItems:Put:Update}. */
    private static String call(Request request) throws IOException {
        String name = Tap.name(request);
        if (name.equals("/")) {
            return "SendEmail";
        }
        StringBuilder call = new StringBuilder(name);
        for (JsonNode part : JSON.readTree(request.body().toArray()).path("TransactItems")) {
            part.fieldNames().forEachRemaining(kind -> call.append(':').append(kind));
        }
        return call.toString();
    }
}
