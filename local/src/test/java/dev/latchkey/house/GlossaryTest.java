package dev.latchkey.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.template.Deployed;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/glossary.md can be looked up in, and doesn't name what is called otherwise by now. */
class GlossaryTest {

    private static final Pattern GROUP = Pattern.compile("(?ms)^## (.*?)\n.*?(?=^## |\\z)");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?!word |name )(\\S.*?) \\| (\\S.*?) \\| (\\S.*?) \\|$");
    private static final int HEAD = 2;
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** A word, and where it comes from. */
    private record Entry(String word, String source) {

        String plainWord() {
            return word.replace("`", "");
        }

        Stream<String> names() {
            return NAME.matcher(word + " " + source).results().map(name -> name.group(1));
        }
    }

    /** One table under its heading. */
    private record Group(String heading, String text) {

        List<Entry> entries() {
            return ROW.matcher(text)
                    .results()
                    .map(row -> new Entry(row.group(1), row.group(3)))
                    .toList();
        }

        int lines() {
            return (int) text.lines().filter(line -> line.startsWith("|")).count();
        }

        @Override
        public String toString() {
            return heading;
        }
    }

    @Test
    void wordsOfAGroup_standInTheOrderOfTheAlphabet_andNoWordTwice() {
        assertThat(groups())
                .hasSizeGreaterThan(5)
                .allSatisfy(group -> assertThat(group.entries())
                        .extracting(Entry::plainWord)
                        .isNotEmpty()
                        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER));
        assertThat(groups().stream().flatMap(group -> group.entries().stream()))
                .extracting(Entry::word)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLineOfATable_isAWordWithItsMeaningAndSource() {
        assertThat(groups()).allSatisfy(group -> assertThat(group.entries()).hasSize(group.lines() - HEAD));
    }

    @Test
    void everyNameOfTheCode_isStillCalledThat() {
        Stream<String> files = Stream.of(
                        "shared/src/main", "functions/src/main", "template/src/main", "local/src/main", "openapi.yaml")
                .map(Repository::file)
                .flatMap(Repository::files)
                .map(Repository::text);
        String code = Stream.concat(files, Stream.of(Deployed.content())).collect(Collectors.joining("\n"));
        List<String> names = groups().stream()
                .flatMap(group -> group.entries().stream())
                .flatMap(Entry::names)
                .toList();
        assertThat(names).hasSizeGreaterThan(100);
        assertThat(names.stream().filter(name -> !isIn(code, name))).isEmpty();
    }

    /** As a whole word: a pattern would take seconds for all names in all files. */
    private static boolean isIn(String code, String name) {
        for (int at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || (!isOfWord(code.charAt(at - 1)) && code.charAt(at - 1) != '-');
            if (begins && (end == code.length() || !isOfWord(code.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_';
    }

    private static List<Group> groups() {
        return GROUP.matcher(Repository.text(Repository.file("docs/glossary.md")))
                .results()
                .map(group -> new Group(group.group(1), group.group()))
                .toList();
    }
}
