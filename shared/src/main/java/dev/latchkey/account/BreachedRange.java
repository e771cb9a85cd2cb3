package dev.latchkey.account;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a range service knows of passwords whose SHA-1 begins alike: a line for each with the other 35 hex digits, a colon, and
 * how often it was seen. Lines with the count 0 pad the answer and stand for no password.
 */
record BreachedRange(Set<String> suffixes) {

    private static final Pattern LINE = Pattern.compile("\\G([0-9A-Fa-f]{35}):([0-9]{1,18})(?:\r?\n|\\z)");

    BreachedRange {
        suffixes = Set.copyOf(suffixes);
    }

    /**
     * Empty for what is no such answer: nothing at all, or one line that isn't of that form. Lines end as in HTTP or as in Unix,
     * the last one may end without.
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
