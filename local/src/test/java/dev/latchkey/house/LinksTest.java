package dev.latchkey.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows a link from one of our documents to another file arrives there. */
class LinksTest {

    @Test
    void everyRelativeLinkOfADocument_leadsToAFile_andToAHeadingWhereItNamesOne() {
        Path root = Repository.file("");
        assertThat(MarkdownFile.below(root).map(document -> root.relativize(document.file())))
                .contains(Path.of("README.md"), Path.of("docs/walkthrough.md"), Path.of("events/README.md"));
        assertThat(MarkdownFile.below(root).flatMap(document -> document.brokenLinks().stream()))
                .isEmpty();
    }

    @Test
    void aLinkToNoFile_toNoHeading_orOutOfTheRepository_isBroken(@TempDir Path folder) throws IOException {
        Path root = folder.resolve("repository");
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(folder.resolve("outside.md"), "# Outside\n");
        Files.writeString(root.resolve("code.java"), "// # Code\n");
        Files.writeString(root.resolve("docs/a.md"), """
                # A title, `code` and [a link](b.md)
                ## Twice
                ## Twice
                ```
                # no heading, [no link](nowhere.md)
                ```
                `[no link](nowhere.md)` [web](https://example.com/x.md) [folder](../docs/) [code](../code.java "titled")
                [over
                lines](b.md#b) [own](#a-title-code-and-a-link) [second](#twice-1) [referenced][r]

                [r]: missing.md
                [no file](gone.md) [no heading](#no-heading-no-link) [third](#twice-2) [theirs](b.md#twice)
                [no document](../code.java#code) [outside](../../outside.md) [absolute](/docs/b.md)
                """);
        Files.writeString(root.resolve("docs/b.md"), "# B #\n");
        assertThat(MarkdownFile.below(root).flatMap(document -> document.brokenLinks().stream()))
                .containsExactlyInAnyOrder(
                        "docs/a.md: gone.md",
                        "docs/a.md: #no-heading-no-link",
                        "docs/a.md: #twice-2",
                        "docs/a.md: b.md#twice",
                        "docs/a.md: ../code.java#code",
                        "docs/a.md: ../../outside.md",
                        "docs/a.md: /docs/b.md",
                        "docs/a.md: missing.md");
    }
}
