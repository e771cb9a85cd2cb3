package dev.latchkey.benchmarks.cold;

import dev.latchkey.benchmarks.cold.RuntimeApi.Kind;
import dev.latchkey.benchmarks.cold.RuntimeApi.Word;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One instance of a function: a process of its own, on one processor where that can be said, with AWS's own runtime
 * interface client, in a directory that has the jar unpacked as Lambda does it.
 */
final class Instance implements AutoCloseable {

    private static final Pattern CLIENT =
            Pattern.compile(".*/(aws-lambda-java-[a-z-]+|awssdk/(?:utils-lite|annotations)/.*)-[0-9.]+\\.jar");
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String TASKSET = "/usr/bin/taskset";
    private static final boolean PINNED = new File(TASKSET).canExecute();

    private final RuntimeApi api;
    private final Process process;
    private final Moment started;

    /**
     * What to start.
     *
     * @param handler class of the handler
     * @param environment what the template and the service give it
     */
    record Description(String handler, Map<String, String> environment) {}

    private Instance(RuntimeApi api, Process process, Moment started) {
        this.api = api;
        this.process = process;
        this.started = started;
    }

    static boolean isPinned() {
        return PINNED;
    }

    static Instance start(Description wanted, Path task, Path log) throws IOException {
        Process[] holder = new Process[1];
        RuntimeApi api = new RuntimeApi(() -> Moment.of(holder[0].toHandle()));
        ProcessBuilder builder = new ProcessBuilder(command(wanted)).directory(task.toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(wanted.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", wanted.handler());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        Moment started = new Moment(System.nanoTime(), Duration.ZERO);
        holder[0] = builder.start();
        return new Instance(api, holder[0], started);
    }

    Moment started() {
        return started;
    }

    /** When it asked for its first event, or its next after an answer. */
    Moment ready() throws InterruptedException {
        return api.expect(Kind.READY).at();
    }

    /** When it had made itself ready to be stored. */
    Moment snapshot() throws InterruptedException {
        return api.expect(Kind.SNAPSHOT).at();
    }

    /** Lets it go on as if woken from its snapshot. */
    void restore() {
        api.restore();
    }

    Moment now() {
        return Moment.of(process.toHandle());
    }

    Word invoke(byte[] event) throws InterruptedException {
        api.hand(event);
        return api.expect(Kind.ANSWERED);
    }

    private static List<String> command(Description wanted) {
        List<String> command = new ArrayList<>();
        if (PINNED) {
            command.addAll(List.of(TASKSET, "-c", "0"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx850m");
        command.addAll(List.of("-cp", client(), MAIN, wanted.handler()));
        return command;
    }

    private static String client() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> CLIENT.matcher(entry).matches())
                        .toList());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        api.close();
    }
}
