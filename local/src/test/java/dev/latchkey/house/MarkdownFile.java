package dev.latchkey.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document of a repository, its links and the anchors that GitHub gives to its headings.
 *
 * @param text without its blocks of code
 */
record MarkdownFile(Path root, Path file, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```\\s*?$");
    private static final Pattern CODE = Pattern.compile("`(?:[^`\\n]|\\n(?!\\n))+`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
    private static final Pattern INLINE = Pattern.compile("\\[([^\\]]*)]\\(\\s*([^)\\s]+)(?:\\s+\"[^\"]*\")?\\s*\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^ {0,3}\\[([^\\]]+)]: *(\\S+)");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final String SUFFIX = ".md";

    static MarkdownFile read(Path root, Path file) {
        try {
            return new MarkdownFile(
                    root, file, BLOCK.matcher(Files.readString(file)).replaceAll(""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All documents in a folder and below, except in what was built and in hidden folders. */
    static Stream<MarkdownFile> below(Path root) {
        return files(root).map(file -> read(root, file));
    }

    /** The relative links that lead to no file, or to no heading in it, each after the document's own name. */
    List<String> brokenLinks() {
        String prose = CODE.matcher(text).replaceAll("");
        return Stream.concat(
                        INLINE.matcher(prose).results(),
                        REFERENCE.matcher(prose).results())
                .map((MatchResult link) -> link.group(2))
                .filter(link -> !ABSOLUTE.matcher(link).matches() && !resolves(link))
                .map(link -> root.relativize(file) + ": " + link)
                .toList();
    }

    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(text)
                .results()
                .map((MatchResult heading) -> INLINE.matcher(heading.group(1)).replaceAll("$1"))
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .forEach(anchor -> {
                    int before = seen.merge(anchor, 1, Integer::sum) - 1;
                    anchors.add(before == 0 ? anchor : anchor + "-" + before);
                });
        return anchors;
    }

    private boolean resolves(String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!target.startsWith(root) || !Files.exists(target)) {
            return false;
        }
        return hash < 0
                || (target.toString().endsWith(SUFFIX)
                        && read(root, target).anchors().contains(link.substring(hash + 1)));
    }

    private static Stream<Path> files(Path at) {
        if (!Files.isDirectory(at)) {
            return at.toString().endsWith(SUFFIX) ? Stream.of(at) : Stream.empty();
        }
        try (Stream<Path> listed = Files.list(at)) {
            return listed.filter(MarkdownFile::isSource).sorted().toList().stream()
                    .flatMap(MarkdownFile::files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.equals("target") && !Files.isSymbolicLink(file);
    }
}
