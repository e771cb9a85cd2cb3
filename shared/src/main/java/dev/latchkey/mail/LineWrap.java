package dev.latchkey.mail;

/**
 * Breaks a paragraph of a mail's text part into lines that plain mail programs show whole. RFC 5322, section 2.1.1,
 * asks for 78 characters at most, and a reply that quotes the line needs a little room. A longer word has its own line.
 */
public final class LineWrap {

    private static final int LONGEST = 72;

    private LineWrap() {}

    public static String of(String paragraph) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : paragraph.split(" ", -1)) {
            if (length > 0) {
                boolean fits = length + 1 + word.length() <= LONGEST;
                lines.append(fits ? ' ' : '\n');
                length = fits ? length + 1 : 0;
            }
            lines.append(word);
            length += word.length();
        }
        return lines.toString();
    }
}
