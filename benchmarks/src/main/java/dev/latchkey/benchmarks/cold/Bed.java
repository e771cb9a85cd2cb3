package dev.latchkey.benchmarks.cold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.acceptance.FilledEvents;
import dev.latchkey.acceptance.Tap;
import dev.latchkey.benchmarks.cold.Instance.Description;
import dev.latchkey.local.template.SamFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Where instances are started: the local server with the services that they call, the directory with the unpacked jar, and
 * the file that they log to.
 */
record Bed(FilledEvents events, Path task, Path log) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A run that ends the process, with 1 where it failed. */
    @FunctionalInterface
    interface Run {
        void on(Bed bed, Map<String, String> cases) throws Exception;
    }

    /**
     * Makes the bed and runs.
     *
     * @param arguments the directory, the log, and the functions to run where not all of them are meant
     */
    static void run(String[] arguments, Run run) {
        List<String> only = Arrays.asList(arguments).subList(2, arguments.length);
        Map<String, String> cases = new TreeMap<>(Cases.all());
        cases.keySet().removeIf(name -> !only.isEmpty() && !only.contains(name));
        try {
            run.on(new Bed(new FilledEvents(), Path.of(arguments[0]), Path.of(arguments[1])), cases);
        } catch (Throwable failed) {
            System.err.println("failed: " + failed);
            System.exit(1);
        }
        System.exit(0);
    }

    /**
     * A function as the template describes it, and as the template has it by default without a range service; its kind of start
     * is {@code on-demand} or {@code snap-start}.
     */
    Description describe(String name, String start) {
        SamFunction function = events.server().template().function(name);
        Map<String, String> environment = new HashMap<>(events.server().environment(name));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", start);
        environment.put("_HANDLER", function.handlerClass());
        environment.put("BREACHED_PASSWORDS_URL", "");
        return new Description(function.handlerClass(), environment);
    }

    /** The same, but with somebody in between who listens to what it calls. */
    Description tapped(Description function, Tap tap) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.replaceAll(
                (name, value) -> name.startsWith("AWS_ENDPOINT_URL") ? tap.uri().toString() : value);
        return new Description(function.handler(), environment);
    }

    Instance start(Description wanted) throws IOException {
        return Instance.start(wanted, task, log);
    }

    /** Lets the event be answered, and looks whether it was with success. */
    Moment answered(Instance instance, byte[] event) throws IOException, InterruptedException {
        RuntimeApi.Word answer = instance.invoke(event);
        JsonNode reply = Objects.requireNonNullElse(JSON.readTree(answer.body().toArray()), JSON.missingNode());
        if (reply.path("statusCode").asInt(200) >= 300
                || !reply.path("batchItemFailures").isEmpty()) {
            throw new IllegalStateException("answered " + reply);
        }
        return answer.at();
    }

    /** What instances have logged since it was this long. */
    String logged(long since) throws IOException {
        return Files.exists(log) ? Files.readString(log).substring((int) since) : "";
    }
}
