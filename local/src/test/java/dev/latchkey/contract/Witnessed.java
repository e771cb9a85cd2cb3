package dev.latchkey.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How exchanges have ended in this run of Maven, whose tests are spread over several processes: each writes a file of
 * its own into the run's folder. Outside of Maven nothing is noted.
 */
final class Witnessed {

    /** The system property that names the run's folder; pom.xml sets it. */
    static final String FOLDER = "latchkey.witnessed";

    private static final @Nullable Path RUN = folder();
    private static final Set<Outcome> SEEN = ConcurrentHashMap.newKeySet();

    private Witnessed() {}

    static void note(Outcome outcome) {
        if (RUN != null && SEEN.add(outcome)) {
            append(RUN, outcome + "\n");
        }
    }

    /** Of all processes of this run so far, in words. */
    static Set<String> all() {
        if (RUN == null || !Files.isDirectory(RUN)) {
            return Set.of();
        }
        Set<String> outcomes = new TreeSet<>();
        try (Stream<Path> files = Files.list(RUN)) {
            for (Path file : files.toList()) {
                outcomes.addAll(Files.readAllLines(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return outcomes;
    }

    private static synchronized void append(Path folder, String line) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(ProcessHandle.current().pid() + ".txt");
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static @Nullable Path folder() {
        String name = System.getProperty(FOLDER);
        return name == null ? null : Path.of(name);
    }
}
