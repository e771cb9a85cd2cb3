package dev.latchkey.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.template.Deployed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CONTRIBUTING.md names tests that hold its steps, and files and classes to write them into: all of them exist. */
class ContributingTest {

    private static final List<String> MODULES =
            List.of("shared", "template", "functions", "local", "benchmarks", "fuzz");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TEST = Pattern.compile("(\\w+Test)(?:[.#](\\w+)(…?))?");
    private static final Pattern PATH = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+");
    private static final Pattern NAME = Pattern.compile("@?([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?(?:\\(.*\\))?");
    private static final Pattern NO_WORD = Pattern.compile("\\W+");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^### An example.*?(?=^## )");

    private final String page =
            EXAMPLE.matcher(Repository.text(Repository.file("CONTRIBUTING.md"))).replaceFirst("");

    @Test
    void everyTestThatIsNamed_exists_andSoDoesItsMethod_whoseNameMayBeCutOff() {
        Map<String, String> tests = sources()
                .filter(file -> file.toString().endsWith("Test.java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""), Repository::text, String::concat));
        assertThat(named(TEST)).hasSizeGreaterThan(40).allSatisfy(test -> {
            assertThat(tests).containsKey(test.group(1));
            String member = test.group(2) == null ? test.group(1) : test.group(2);
            assertThat(tests.get(test.group(1)))
                    .containsPattern("\\b" + member + ("…".equals(test.group(3)) ? "\\w+\\(" : "\\b"));
        });
    }

    @Test
    void everyNameOfTheCode_isStillCalledThat() {
        Stream<String> files = Stream.concat(sources(), Stream.of(Repository.file("openapi.yaml")))
                .map(Repository::text);
        Set<String> words = Stream.concat(files, Stream.of(Deployed.content()))
                .flatMap(NO_WORD::splitAsStream)
                .collect(Collectors.toSet());
        List<String> names = named(NAME)
                .flatMap(name -> Stream.of(name.group(1), Objects.requireNonNullElse(name.group(2), name.group(1))))
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThan(100);
        assertThat(words).containsAll(names);
    }

    @Test
    void everyFileThatIsNamed_exists_butForWhatABuildMakes() {
        assertThat(named(PATH).map(MatchResult::group).filter(path -> !path.contains("/target/")))
                .hasSizeGreaterThan(5)
                .allMatch(path -> Files.exists(Repository.file(path)));
    }

    private Stream<MatchResult> named(Pattern form) {
        return QUOTED.matcher(page)
                .results()
                .map(quoted -> form.matcher(quoted.group(1)))
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
    }

    private static Stream<Path> sources() {
        return MODULES.stream()
                .map(module -> Repository.file(module).resolve("src"))
                .flatMap(Repository::files)
                .filter(file -> file.toString().endsWith(".java"));
    }
}
