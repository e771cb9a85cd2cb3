package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was ever found, and what the fuzzer starts from, holds at every build; and no parser is without a target. */
class SeedsTest {

    private static final Path SEEDS = FunctionNames.repository("fuzz/seeds");
    private static final Path TARGETS = FunctionNames.repository("fuzz/src/test/java");
    private static final Pattern PARSER = Pattern.compile(
            "(?m)^    (?:public )?static (?:<T> )?Optional<[\\w.<>]+> \\w+\\((?:String|byte\\[]) \\w+\\)");

    static List<Path> targets() throws IOException {
        return files(TARGETS, "Fuzz.java");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everySeedOfATarget_holds(Path target) throws Exception {
        String name = name(target);
        String type = TARGETS.relativize(target.resolveSibling(name)).toString().replace('/', '.');
        Method judge = Class.forName(type).getMethod("fuzzerTestOneInput", byte[].class);
        List<Path> seeds = files(SEEDS.resolve(name), "");
        assertThat(seeds).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        all.assertThatCode(() -> replay(judge, new byte[0]))
                .as("nothing at all")
                .doesNotThrowAnyException();
        for (Path seed : seeds) {
            byte[] bytes = Files.readAllBytes(seed);
            all.assertThatCode(() -> replay(judge, bytes)).as("%s", seed).doesNotThrowAnyException();
        }
        all.assertAll();
    }

    @Test
    void everyParser_isInTheList_andSoIsEveryTarget() throws IOException {
        String list = Files.readString(FunctionNames.repository("docs/fuzzing.md"));
        TreeSet<String> missing = new TreeSet<>();
        for (String module : List.of("shared", "functions")) {
            for (Path source : files(FunctionNames.repository(module).resolve("src/main/java"), ".java")) {
                if (PARSER.matcher(Files.readString(source)).find() && !list.contains("`" + name(source) + "`")) {
                    missing.add(name(source));
                }
            }
        }
        assertThat(missing)
                .as("parsers that no target of docs/fuzzing.md is said to judge")
                .isEmpty();
        assertThat(targets()).allMatch(target -> list.contains("`" + name(target) + "`"));
    }

    private static void replay(Method judge, byte[] bytes) throws Throwable {
        try {
            judge.invoke(null, (Object) bytes);
        } catch (InvocationTargetException broken) {
            throw Objects.requireNonNull(broken.getCause());
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }
}
