package dev.latchkey.password;

/**
 * A text as repetitions of a unit, of which the last may be incomplete: {@code abcabca} is {@code abc} two and a third
 * times.
 */
record RepeatedSequence(String unit, double times) {

    /** The shortest unit. A text without repetition is its own unit. */
    static RepeatedSequence of(String text) {
        int unit = text.length() - longestBorder(text);
        return text.length() >= 2 * unit && unit > 0
                ? new RepeatedSequence(text.substring(0, unit), (double) text.length() / unit)
                : new RepeatedSequence(text, 1);
    }

    /** The length of the longest beginning that is also an end, overlaps included; in linear time (Knuth, Morris, Pratt). */
    private static int longestBorder(String text) {
        int[] borders = new int[text.length() + 1];
        int border = 0;
        for (int i = 1; i < text.length(); i++) {
            while (border > 0 && text.charAt(i) != text.charAt(border)) {
                border = borders[border];
            }
            if (text.charAt(i) == text.charAt(border)) {
                border++;
            }
            borders[i + 1] = border;
        }
        return border;
    }
}
