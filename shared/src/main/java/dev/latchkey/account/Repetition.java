package dev.latchkey.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a text repeats from its beginning to its end, whatever stands between: {@code sunshine, Sunshine}. */
final class Repetition {

    private Repetition() {}

    /** The letters and digits that are repeated, at least once in full; {@code null} for none. */
    static @Nullable String unit(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
        for (int length = 1; 2 * length <= plain.length(); length++) {
            if (repeats(plain, length)) {
                return plain.substring(0, length);
            }
        }
        return null;
    }

    private static boolean repeats(String plain, int length) {
        return plain.regionMatches(length, plain, 0, plain.length() - length);
    }
}
