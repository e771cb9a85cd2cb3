package dev.latchkey.text;

/**
 * Normalizes what people type or paste to what they see. Pasted text has blanks of all widths, line ends and zero-width
 * characters; word processors replace hyphens by other dashes; Asian keyboards type full-width letters. Digits of other scripts
 * and lookalike letters stay as they are.
 */
public final class TypedText {

    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF5E;
    private static final int TO_PLAIN = FIRST_FULL_WIDTH - '!';

    /** Minus signs, which are not dashes in Unicode but look like them. */
    private static final String MINUSES = "−⁻₋";

    private TypedText() {}

    /**
     * A code: without blanks, line ends, dashes and zero-width characters, with full-width letters and digits as ASCII and
     * ASCII letters in upper case. The caller checks the form of the code.
     */
    public static String code(String text) {
        StringBuilder code = new StringBuilder();
        text.codePoints()
                .filter(sign -> !isAround(sign) && !isDash(sign))
                .map(TypedText::plain)
                .map(sign -> sign >= 'a' && sign <= 'z' ? sign - 'a' + 'A' : sign)
                .forEach(code::appendCodePoint);
        return code.toString();
    }

    /** One line: without blanks, line ends and zero-width characters at both ends. */
    public static String line(String text) {
        int start = 0;
        while (start < text.length() && isAround(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && isAround(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** A blank of any width, a line end, or an invisible character (Unicode category Cf). */
    private static boolean isAround(int sign) {
        return Unicode.isBlank(sign) || Character.getType(sign) == Character.FORMAT;
    }

    private static boolean isDash(int sign) {
        return Character.getType(sign) == Character.DASH_PUNCTUATION || MINUSES.indexOf(sign) >= 0;
    }

    private static int plain(int sign) {
        boolean wide = sign >= FIRST_FULL_WIDTH && sign <= LAST_FULL_WIDTH;
        return wide && Character.isLetterOrDigit(sign) ? sign - TO_PLAIN : sign;
    }
}
