package dev.latchkey.acceptance;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.latchkey.house.Repository;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The jar that goes to Lambda, with nothing beside it but the JDK: what it lacks is missing here too. Only the types in which
 * the service hands over an event are those of the test. Knows which of its classes were used.
 */
final class BuiltJar extends URLClassLoader {

    static final Path FILE = Repository.file("functions/target/latchkey-functions-0.1.0-lambda.jar");

    private static final String OF_THE_SERVICE = "com.amazonaws.services.lambda.runtime.";

    private final Set<String> used = new ConcurrentSkipListSet<>();
    private final Object latchkey;

    BuiltJar(Map<String, String> environment, Clock clock) throws ReflectiveOperationException {
        super(new URL[] {url()}, ClassLoader.getPlatformClassLoader());
        latchkey = loadClass("dev.latchkey.functions.Latchkey")
                .getConstructor(Map.class, Clock.class)
                .newInstance(environment, clock);
    }

    RequestStreamHandler handler(String name) throws ReflectiveOperationException {
        return (RequestStreamHandler)
                loadClass(name).getConstructor(latchkey.getClass()).newInstance(latchkey);
    }

    /** As their files are called in the jar. */
    Set<String> used() {
        return used;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> found = name.startsWith(OF_THE_SERVICE) ? Class.forName(name) : super.findClass(name);
        used.add(name.replace('.', '/') + ".class");
        return found;
    }

    private static URL url() {
        try {
            return FILE.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
