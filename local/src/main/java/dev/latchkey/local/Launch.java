package dev.latchkey.local;

import dev.latchkey.local.template.TemplateException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * A main program's frame: start, stay until SIGTERM, close. What a person can put right is one line on standard error
 * and exit code 1.
 */
final class Launch {
    private Launch() {}

    static void run(Callable<? extends AutoCloseable> start) {
        try {
            AutoCloseable started = start.call();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started), "close"));
            new CountDownLatch(1).await();
        } catch (BadSetting | TemplateException plain) {
            System.err.println("latchkey: " + plain.getMessage());
            System.exit(1);
        } catch (Exception broken) {
            broken.printStackTrace();
            System.exit(1);
        }
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception unclosed) {
            System.err.println("latchkey: not closed cleanly: " + unclosed);
        }
    }
}
