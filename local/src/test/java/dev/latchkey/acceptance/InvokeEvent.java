package dev.latchkey.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.TemplateException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code make invoke}: hands one event file to the function that its folder is named after, on a local server of its own.
 * It stands among the tests, since a name in double braces is filled by what makes the tests' tokens: the same links,
 * logins and firms.
 */
final class InvokeEvent {

    private static final int FUNCTION_FAILED = 1;
    private static final int NO_SUCH_EVENT = 2;

    private InvokeEvent() {}

    /** Ends with 0 when the function has replied, whatever the reply; with 1 when it failed; with 2 when it was not asked. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        // What is logged while links and logins come about is of no interest
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Path file = Path.of(arguments.length == 1 ? arguments[0] : "");
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isRegularFile(file) || folder == null) {
            System.err.println("make invoke takes EVENT=events/<Function>/<case>.json; \"" + file + "\" is no file");
            System.exit(NO_SUCH_EVENT);
            return;
        }
        System.exit(run(String.valueOf(folder.getFileName()), Files.readString(file), out));
    }

    private static int run(String name, String template, PrintStream out) throws IOException, InterruptedException {
        World world = World.get();
        LocalFunction function;
        String event;
        try {
            function = world.function(name);
            event = new EventTokens(world).fill(template);
        } catch (TemplateException | IllegalArgumentException unknown) {
            System.err.println("make invoke: " + unknown.getMessage());
            return NO_SUCH_EVENT;
        }
        int logged = world.logs().length();
        try {
            byte[] reply = function.invoke(event.getBytes(StandardCharsets.UTF_8));
            out.print(world.logs().since(logged));
            show(reply, out);
            return 0;
        } catch (FunctionFailure failure) {
            out.print(world.logs().since(logged));
            out.println(name + " failed: " + failure.type() + ": " + failure.reason());
            return FUNCTION_FAILED;
        }
    }

    /** An event that is only taken has no reply. */
    private static void show(byte[] reply, PrintStream out) throws IOException {
        if (reply.length > 0) {
            JsonNode shown = Api.JSON.readTree(reply);
            out.println(shown.toPrettyString());
        }
    }
}
