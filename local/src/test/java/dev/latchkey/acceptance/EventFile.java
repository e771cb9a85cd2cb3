package dev.latchkey.acceptance;

import dev.latchkey.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An event of the folder events/, by its path below it: a function's logical id, a slash, the case. */
record EventFile(String path) {

    private static final Path FOLDER = Repository.file("events");
    private static final String EXPECTED = "expected.json";

    static List<EventFile> all() throws IOException {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".json") && !file.equals(EXPECTED))
                    .sorted()
                    .map(EventFile::new)
                    .toList();
        }
    }

    /** What the file beside them says of all events together. */
    static String expectations() throws IOException {
        return new EventFile(EXPECTED).text();
    }

    /** What it says of this one. */
    String expectation() throws IOException {
        return Api.JSON.readTree(expectations()).path(path).toString();
    }

    String function() {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }

    String text() throws IOException {
        return Files.readString(FOLDER.resolve(path));
    }

    @Override
    public String toString() {
        return path;
    }
}
