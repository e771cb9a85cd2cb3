package dev.latchkey.mail;

import dev.latchkey.text.Names;
import java.util.regex.Pattern;

/**
 * A firm's or person's name as mail shows it. Names come from others: {@linkplain Names#shown invisible characters} are
 * removed. What a mail program would turn into a link (dots and colons inside words, {@code ://}, {@code @}) is pulled
 * apart, and so are encoded words, which some programs decode anywhere. A name can't become a header, a second link or
 * an instruction to click.
 */
public record DisplayName(String text) {

    private static final int LONGEST = 80;
    private static final String DOT = "[.\\u3002\\uFF0E\\uFF61]";
    private static final Pattern DOT_IN_WORD = Pattern.compile("(" + DOT + ")(?=\\S)");
    private static final Pattern DOT_AT_THE_END = Pattern.compile(DOT + "+\\z");
    private static final Pattern SCHEME = Pattern.compile("[:\\uFF1A][/\\\\\\uFF0F]+");
    private static final Pattern COLON_IN_WORD = Pattern.compile("([:\\uFF1A])(?=\\S)");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?");
    private static final Pattern AT = Pattern.compile("[@\\uFF20]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

    /** The name as it is shown. */
    public static DisplayName of(String name) {
        String text = Names.shown(name);
        text = SCHEME.matcher(text).replaceAll(": ");
        text = COLON_IN_WORD.matcher(text).replaceAll("$1 ");
        text = ENCODED_WORD.matcher(text).replaceAll("= ?");
        text = AT.matcher(text).replaceAll(" at ");
        text = DOT_IN_WORD.matcher(text).replaceAll("$1 ");
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        return new DisplayName(shortened(text));
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        String start =
                text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).strip();
        return DOT_AT_THE_END.matcher(start).replaceFirst("") + "…";
    }
}
