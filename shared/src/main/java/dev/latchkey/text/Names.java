package dev.latchkey.text;

import java.util.regex.Pattern;

/** Prepares names of firms and people, which come from outside, for storing and for display. */
public final class Names {

    /** Invisible characters, except the joiners that Persian words and composed emoji need. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\u200C\\u200D]]+");

    /** Letters and marks that are blank. */
    private static final Pattern BLANK_LETTERS = Pattern.compile("[\\u034F\\u115F\\u1160\\u2800\\u3164\\uFFA0]+");

    private static final String NAMELESS = "your accountant";
    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Names() {}

    /**
     * A name to store: without control characters (Unicode category Cc, including NUL) and unpaired surrogates. A blank
     * replaces line ends and tabs.
     */
    public static String taken(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        name.codePoints().forEach(sign -> {
            if (!Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE) {
                kept.appendCodePoint(sign);
            } else if (Unicode.isBlank(sign)) {
                kept.append(' ');
            }
        });
        return kept.toString();
    }

    /**
     * A name to display: on one line, without soft hyphens, directional marks and other invisible characters, with single
     * blanks and none at the ends. A name without visible characters becomes "your accountant".
     */
    public static String shown(String name) {
        String text = INVISIBLE.matcher(taken(name)).replaceAll("");
        String seen = BLANK_LETTERS.matcher(text).replaceAll("");
        String line = BLANKS.matcher(seen).replaceAll(" ").strip();
        return JOINERS.matcher(line).replaceAll("").isBlank() ? NAMELESS : line;
    }

    /** The beginning, at most this many UTF-16 units, without splitting a surrogate pair. */
    public static String beginning(String name, int units) {
        if (name.length() <= units) {
            return name;
        }
        boolean inPair = Character.isHighSurrogate(name.charAt(units - 1));
        return name.substring(0, inPair ? units - 1 : units);
    }
}
