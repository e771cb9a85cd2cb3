package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The walk in the README is run as it stands there, so that it cannot come to lie. */
class ReadmeTest {

    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theWalkInTheReadme_endsWithAVerifiedToken() throws IOException, InterruptedException {
        World world = World.get();
        Path root = root();
        String walk = SHELL.matcher(Files.readString(root.resolve("README.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.joining("\n"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", walk).directory(root.toFile());
        shell.environment().put("API", world.origin());
        Process process = shell.redirectErrorStream(true).start();
        String output;
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            output = reader.lines().collect(Collectors.joining("\n"));
        }
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("\"state\":\"OPEN\"", "\"scope\":\"request:r-2041\"", "SIGNED_IN", "204");
        assertThat(output).containsPattern("verified \\{.*\"req\":\"r-2041\"");
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("README.md")) && Files.exists(at.resolve("template.yaml"))) {
                return at;
            }
        }
        throw new IllegalStateException("there is no README.md here or above");
    }
}
