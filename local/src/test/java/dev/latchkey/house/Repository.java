package dev.latchkey.house;

import java.nio.file.Files;
import java.nio.file.Path;

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
}
