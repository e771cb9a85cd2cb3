package dev.latchkey.text;

/**
 * Reads what people type or paste, so that it means what they see. Pasting brings along blanks of all widths, line ends
 * and signs without a width; word processors make other dashes of a hyphen; an Asian keyboard types full-width letters.
 * Digits of other scripts stay what they are, and so does every letter that merely resembles one.
 */
public final class TypedText {

    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF5E;
    private static final int TO_PLAIN = FIRST_FULL_WIDTH - '!';

    /** Signs for subtraction, which Unicode does not count among the dashes but people do. */
    private static final String MINUSES = "−⁻₋";

    private TypedText() {}

    /**
     * A code: without blanks, line ends, dashes and signs without a width, full-width letters and digits as plain ones, and
     * ASCII letters as capitals. What is left has still to have the form of the code.
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

    /** One line: without the blanks, line ends and signs without a width at both its ends. */
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

    /** A blank of any width, a line end, or a sign that shows nothing (Unicode's category Cf). */
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
