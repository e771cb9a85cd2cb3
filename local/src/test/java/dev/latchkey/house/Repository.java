package dev.latchkey.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where this repository's files are, from whatever folder of it the tests run. */
public final class Repository {

    private Repository() {}

    public static Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("template.yaml"))) {
                return at.resolve(name);
            }
        }
        throw new IllegalStateException("there is no template.yaml here or above");
    }

    /** All files of a folder and below; a file stands for itself. */
    static Stream<Path> files(Path folder) {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
