package dev.latchkey.text;

/** What JSON can carry in a string and UTF-8 cannot: half a surrogate pair, RFC 8259 section 8.2. */
public final class Unicode {

    private Unicode() {}

    /** Whether it is text that can be stored and sent as it is: every surrogate stands in a pair. */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
