package dev.latchkey.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A small file is a kindness to its reader. */
class HouseSizeTest {

    private static final int LONGEST_FILE = 250;
    private static final int LONGEST_HANDLER = 50;
    private static final int MEDIAN = 60;
    private static final int LONGEST_README = 150;
    private static final int LONGEST_TEMPLATE = 1_500;
    private static final int WIDEST_TEMPLATE = 140;

    @Test
    void noFileIsLongerThanTwoHundredFiftyLines() {
        assertThat(sources("src")).allMatch(file -> lines(file) <= LONGEST_FILE);
    }

    @Test
    void halfOfTheProductsFiles_areShorterThanSixtyLines() {
        List<Integer> sizes =
                sources("src/main").stream().map(HouseSizeTest::lines).sorted().toList();
        assertThat(sizes).hasSizeGreaterThan(50);
        assertThat(sizes.get(sizes.size() / 2)).isLessThan(MEDIAN);
    }

    @Test
    void aHandler_fitsOnOneScreen() {
        assertThat(sources("src/main").stream()
                        .filter(file -> file.endsWith("dev/latchkey/functions/" + file.getFileName()))
                        .filter(file -> file.getFileName().toString().endsWith("Function.java")))
                .allMatch(file -> lines(file) <= LONGEST_HANDLER);
    }

    @Test
    void theReadme_isReadInAFewMinutes() {
        assertThat(lines(Repository.file("README.md"))).isLessThanOrEqualTo(LONGEST_README);
    }

    /** The format of the access log is JSON within a string, which cannot be broken without a change of it. */
    @Test
    void theTemplate_hasFifteenHundredLinesAtMost_noneOfThemWiderThanAScreen() throws IOException {
        List<String> template = Files.readAllLines(Repository.file("template.yaml"));
        assertThat(template.size()).isLessThanOrEqualTo(LONGEST_TEMPLATE);
        assertThat(template)
                .filteredOn(line -> line.length() > WIDEST_TEMPLATE)
                .allMatch(line -> line.strip().startsWith("Format: '{\"requestId\""));
    }

    private static List<Path> sources(String below) {
        return Stream.of("shared", "template", "functions", "local", "benchmarks", "fuzz")
                .map(module -> Repository.file(module).resolve(below))
                .filter(Files::isDirectory)
                .flatMap(HouseSizeTest::files)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
