package dev.latchkey.text;

/** Names as they are kept: without characters that nobody can see or type and that only do harm where they are shown. */
public final class Names {

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
            } else if (Character.isWhitespace(sign)) {
                kept.append(' ');
            }
        });
        return kept.toString();
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
