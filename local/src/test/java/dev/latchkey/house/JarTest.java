package dev.latchkey.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jar that goes to Lambda. */
class JarTest {

    private static final long LARGEST = 16L * 1024 * 1024;
    private static final Pattern HANDLER = Pattern.compile("Handler: (dev\\.latchkey\\.[A-Za-z.]+)");
    private static final Path JAR = Repository.file("functions/target/latchkey-functions-0.1.0-lambda.jar");

    @Test
    void theJar_isAtMostSixteenMegabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void theJar_holdsEveryHandlerOfTheTemplate() throws IOException {
        String template = Files.readString(Repository.file("template.yaml"));
        List<String> handlers =
                HANDLER.matcher(template).results().map(found -> found.group(1)).toList();
        assertThat(handlers).hasSizeGreaterThan(8);
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(handlers).allMatch(handler -> jar.getEntry(handler.replace('.', '/') + ".class") != null);
        }
    }

    @Test
    void theJar_holdsNothingLocalAndNoOtherHttpClient() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.startsWith("dev/latchkey/local")
                            || name.startsWith("io/netty")
                            || name.startsWith("org/apache/http")
                            || name.startsWith("com/google/common"));
        }
    }
}
