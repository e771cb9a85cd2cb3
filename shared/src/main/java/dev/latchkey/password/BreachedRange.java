package dev.latchkey.password;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of a range service: the breached passwords whose SHA-1 has the same first five hex digits. It has a line for each,
 * with the other 35 digits, a colon and a count. Lines with the count 0 are padding.
 */
record BreachedRange(Set<String> suffixes) {

    private static final Pattern LINE = Pattern.compile("\\G([0-9A-Fa-f]{35}):([0-9]{1,18})(?:\r?\n|\\z)");

    BreachedRange {
        suffixes = Set.copyOf(suffixes);
    }

    /**
     * Empty if the text is empty or a line has another form. Lines end in CR LF or LF; the last one may have no end.
     */
    static Optional<BreachedRange> read(byte[] answer) {
        Set<String> suffixes = new HashSet<>();
        Matcher line = LINE.matcher(new String(answer, StandardCharsets.ISO_8859_1));
        int read = 0;
        while (line.find()) {
            read = line.end();
            if (Long.parseLong(line.group(2)) > 0) {
                suffixes.add(line.group(1).toUpperCase(Locale.ROOT));
            }
        }
        return read > 0 && read == answer.length ? Optional.of(new BreachedRange(suffixes)) : Optional.empty();
    }

    /** @param suffix in upper case */
    boolean lists(String suffix) {
        return suffixes.contains(suffix);
    }
}
