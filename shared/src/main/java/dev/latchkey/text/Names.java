package dev.latchkey.text;

import java.util.regex.Pattern;

/** Names of firms and people, which come from others, as they are kept and as they are shown. */
public final class Names {

    /** What cannot be seen, but for the joiners that hold Persian words and composed emoji together. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\u200C\\u200D]]+");

    /** Letters and marks that show nothing. */
    private static final Pattern BLANK_LETTERS = Pattern.compile("[\\u034F\\u115F\\u1160\\u2800\\u3164\\uFFA0]+");

    private static final String NAMELESS = "your accountant";
    private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Names() {}

    /**
     * Without control characters (Unicode's category Cc, NUL among them), of which line ends and tabs leave a blank, and
     * without halves of surrogate pairs.
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
     * On one line, without soft hyphens, signs of direction and whatever else cannot be seen; blanks become one blank, and
     * none stand at the ends. A name in which there is nothing to see becomes "your accountant".
     */
    public static String shown(String name) {
        String text = INVISIBLE.matcher(taken(name)).replaceAll("");
        String seen = BLANK_LETTERS.matcher(text).replaceAll("");
        String line = BLANKS.matcher(seen).replaceAll(" ").strip();
        return JOINERS.matcher(line).replaceAll("").isBlank() ? NAMELESS : line;
    }

    /** The beginning, of so many UTF-16 units at most, that ends between two characters. */
    public static String beginning(String name, int units) {
        if (name.length() <= units) {
            return name;
        }
        boolean inPair = Character.isHighSurrogate(name.charAt(units - 1));
        return name.substring(0, inPair ? units - 1 : units);
    }
}
