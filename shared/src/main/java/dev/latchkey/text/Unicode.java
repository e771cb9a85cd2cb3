package dev.latchkey.text;

/** Properties of Unicode text. */
public final class Unicode {

    private static final int NEXT_LINE = 0x85;

    private Unicode() {}

    /**
     * Whether the text can be encoded as UTF-8: every surrogate is in a pair. A JSON string can contain half a pair, RFC 8259
     * section 8.2.
     */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** A blank of any width or a line end, including NEL, which Java doesn't count as one. */
    static boolean isBlank(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == NEXT_LINE;
    }
}
