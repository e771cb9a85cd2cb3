package dev.latchkey.text;

/** What is asked of text sign by sign. */
public final class Unicode {

    private static final int NEXT_LINE = 0x85;

    private Unicode() {}

    /**
     * Whether it is text that can be stored and sent as it is: every surrogate stands in a pair. JSON can carry half a pair in a
     * string and UTF-8 cannot, RFC 8259 section 8.2.
     */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** A blank of any width or a line end, the next-line sign among them, which Java doesn't count. */
    static boolean isBlank(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == NEXT_LINE;
    }
}
