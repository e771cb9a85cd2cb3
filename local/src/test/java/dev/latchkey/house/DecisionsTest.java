package dev.latchkey.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All decisions in docs/adr have one form, and its README lists them as they are. */
class DecisionsTest {

    private static final List<String> HEADINGS = List.of("Status", "Context", "Options", "Decision", "Consequences");
    private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\\.md");
    private static final Pattern TITLE = Pattern.compile("\\A# (\\d+)\\. (\\S.*)\n\n## ");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (.*?)\n(.*?)(?=^## |\\z)");
    private static final Pattern STATUS =
            Pattern.compile("\\A(Accepted|Superseded by \\[ADR \\d+]\\(\\d{4}-[^)]+\\)), (\\d{4}-\\d\\d-\\d\\d)\\.");
    private static final Pattern OPTION = Pattern.compile("(?m)^(\\d+)\\. \\S");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[(\\d+)]\\(([^)]+)\\) \\| (.+?) \\| (.+?) \\| [^|\n]*\\w[^|\n]* \\|$");

    /** One decision as its file tells it. */
    private record Decision(String file, String text) {

        int number() {
            return Integer.parseInt(one(TITLE, text).group(1));
        }

        List<MatchResult> sections() {
            return SECTION.matcher(text).results().toList();
        }

        String section(String heading) {
            return sections().stream()
                    .filter(section -> section.group(1).equals(heading))
                    .map(section -> section.group(2).strip())
                    .findFirst()
                    .orElse("");
        }

        /** As the README has it. */
        List<String> row() {
            MatchResult status = one(STATUS, section("Status"));
            return List.of(
                    String.valueOf(number()),
                    file,
                    one(TITLE, text).group(2),
                    status.group(1) + ", " + status.group(2));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    @Test
    void everyDecision_hasTheFiveHeadingsInOrder_andSomethingBelowEach() {
        assertThat(decisions()).allSatisfy(decision -> {
            assertThat(decision.sections())
                    .extracting(section -> section.group(1))
                    .isEqualTo(HEADINGS);
            assertThat(HEADINGS).map(decision::section).doesNotContain("");
        });
    }

    @Test
    void everyDecision_wasMadeBetweenTwoOptionsAtLeast_numberedInOrder() {
        assertThat(decisions()).allSatisfy(decision -> {
            List<Integer> options = OPTION.matcher(decision.section("Options"))
                    .results()
                    .map(option -> Integer.parseInt(option.group(1)))
                    .toList();
            assertThat(options).hasSizeGreaterThan(1).isEqualTo(upTo(options.size()));
        });
    }

    @Test
    void numbersHaveNoGap_andFileAndTitleSayTheSame() {
        List<Decision> decisions = decisions();
        assertThat(decisions).extracting(Decision::number).isEqualTo(upTo(decisions.size()));
        assertThat(decisions)
                .allSatisfy(decision -> assertThat(
                                Integer.parseInt(one(FILE, decision.file()).group(1)))
                        .isEqualTo(decision.number()));
    }

    @Test
    void theIndex_listsEveryDecisionInOrder_withItsTitleAndStatus_andNoOther() {
        List<List<String>> listed = ROW.matcher(Repository.text(folder().resolve("README.md")))
                .results()
                .map(row -> List.of(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
        assertThat(listed)
                .containsExactlyElementsOf(
                        decisions().stream().map(Decision::row).toList());
    }

    private static List<Decision> decisions() {
        try (Stream<Path> files = Files.list(folder())) {
            List<Decision> found = files.filter(
                            file -> !file.getFileName().toString().equals("README.md"))
                    .sorted()
                    .map(file -> new Decision(file.getFileName().toString(), Repository.text(file)))
                    .toList();
            assertThat(found).hasSizeGreaterThan(27);
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        return Repository.file("docs/adr");
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static MatchResult one(Pattern form, String text) {
        return form.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "not of the form " + form + ": " + text.lines().findFirst()));
    }
}
