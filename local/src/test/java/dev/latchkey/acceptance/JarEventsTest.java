package dev.latchkey.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.house.Repository;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.Deployed;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The built jar serves every function by itself, and holds no library that none of them uses: what it is made of was picked by
 * following classes from class to class, which does not see those that are found by name.
 */
class JarEventsTest {

    /**
     * Used where the service's own variables say that this is Lambda: the SDK keeps the trace id by one, hooks need the other.
     * The third is what a tree shows itself by, to whoever looks at it in a debugger; without it that would fail.
     */
    private static final List<String> NOT_HERE = List.of("utils-lite-", "crac-", "jackson-annotations-");

    private static final String MAPPER = "com/fasterxml/jackson/databind/ObjectMapper.class";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final World world = World.get();

    @Test
    void everyFunctionInTheJar_doesWhatItIsFor_andNoLibraryInItIsIdle() throws Exception {
        Set<String> served = new TreeSet<>();
        try (BuiltJar jar = new BuiltJar(world.environment(), world.server().clock())) {
            for (EventFile file : EventFile.all()) {
                JsonNode expected = Api.JSON.readTree(file.expectation());
                if (isWhatItIsFor(expected) && (served.add(file.function()) || isAFile(expected))) {
                    serve(jar, file, expected);
                }
            }
            assertThat(served)
                    .hasSameElementsAs(
                            EventFile.all().stream().map(EventFile::function).collect(Collectors.toSet()));
            assertThat(idle(jar.used())).isEmpty();
            assertThat(jar.used()).as("a first request would load it").doesNotContain(MAPPER);
        }
    }

    private static boolean isWhatItIsFor(JsonNode expected) {
        return expected.path("status").asInt(500) < 300
                || expected.path("outcome").asText().equals("taken")
                || expected.has("batchItemFailures");
    }

    /** What a function answers in another form it does by another library. */
    private static boolean isAFile(JsonNode expected) {
        return expected.path("says").isTextual();
    }

    private void serve(BuiltJar jar, EventFile file, JsonNode expected) throws Exception {
        String handler = Deployed.handler(file.function());
        RequestStreamHandler function = jar.handler(handler);
        assertThat(function.getClass().getClassLoader()).isSameAs(jar);
        byte[] event = new EventTokens(world).fill(file.text()).getBytes(StandardCharsets.UTF_8);
        byte[] reply = new LocalFunction(file.function(), function, LONGEST).invoke(event);
        if (expected.has("status")) {
            assertThat(Api.JSON.readTree(reply).path("statusCode"))
                    .as("%s: %s", file, new String(reply, StandardCharsets.UTF_8))
                    .isEqualTo(expected.path("status"));
        }
    }

    /** The libraries that have classes in the jar, of which none was loaded. */
    private static List<String> idle(Set<String> used) throws IOException {
        List<String> idle = new ArrayList<>();
        String libraries = Files.readString(Repository.file("local/target/classpath.txt"));
        try (ZipFile built = new ZipFile(BuiltJar.FILE.toFile())) {
            Set<String> inside = built.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            for (String library : libraries.strip().split(File.pathSeparator, -1)) {
                Set<String> classes = classes(library);
                classes.retainAll(inside);
                if (!classes.isEmpty()
                        && NOT_HERE.stream().noneMatch(library::contains)
                        && classes.stream().noneMatch(used::contains)) {
                    idle.add(new File(library).getName() + " with " + classes.size());
                }
            }
        }
        return idle;
    }

    private static Set<String> classes(String library) throws IOException {
        File file = new File(library);
        if (file.isDirectory()) {
            return new TreeSet<>(Arrays.asList(Objects.requireNonNullElse(file.list(), new String[0])));
        }
        try (ZipFile jar = new ZipFile(file)) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
