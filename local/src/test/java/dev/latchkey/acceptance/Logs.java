package dev.latchkey.acceptance;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/**
 * What functions log goes to standard output, as in the cloud, whichever server they are of. Here each server's lines are
 * kept in a book of its own: a function's thread writes into that of its server, and a test's, with those that it starts,
 * into that of the server that it took last.
 */
final class Logs extends PrintStream {

    private static final InheritableThreadLocal<@Nullable Book> OPEN = new InheritableThreadLocal<>();
    private static final InheritableThreadLocal<@Nullable Book> CALL = new InheritableThreadLocal<>();

    static {
        System.setOut(new Logs(System.out));
    }

    private Logs(PrintStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void println(String line) {
        write(OPEN.get(), line);
        write(CALL.get(), line);
        super.println(line);
    }

    private static void write(@Nullable Book book, String line) {
        if (book != null) {
            book.write(line);
        }
    }

    /** What this call logs, whatever else its server does meanwhile. */
    static String during(Executable call) throws Throwable {
        Book own = new Book();
        CALL.set(own);
        try {
            call.execute();
        } finally {
            CALL.remove();
        }
        return own.text();
    }

    /** The lines of one server. */
    static final class Book {

        private final StringBuilder kept = new StringBuilder();

        private synchronized void write(String line) {
            kept.append(line).append('\n');
        }

        /** This thread writes into it from now on, and so do those that it starts. */
        void use() {
            OPEN.set(this);
        }

        /** The same handlers, whose lines are kept here. */
        BiFunction<Map<String, String>, Clock, Function<Class<?>, RequestStreamHandler>> kept(
                BiFunction<Map<String, String>, Clock, Function<Class<?>, RequestStreamHandler>> root) {
            return (environment, clock) -> type -> {
                RequestStreamHandler handler = root.apply(environment, clock).apply(type);
                return (in, out, context) -> {
                    use();
                    handler.handleRequest(in, out, context);
                };
            };
        }

        String text() {
            return since(0);
        }

        synchronized int length() {
            return kept.length();
        }

        synchronized String since(int length) {
            return kept.substring(length);
        }
    }
}
