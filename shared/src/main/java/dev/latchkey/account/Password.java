package dev.latchkey.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password, chosen or typed. Kept in Unicode normal form C, so that it is the same however a keyboard composes it, and
 * otherwise exactly as it is: never trimmed, cut or folded (NIST SP 800-63B-4 section 3.1.1.2).
 */
public final class Password {

    private static final int MOST_UNITS = 1_024;

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /**
     * Takes any string; what is wrong with it, {@link PasswordRules} says. What is far too long for a password stays as it
     * is: normalising takes the square of the length where accents are piled up.
     */
    public static Password of(String text) {
        return new Password(text.length() > MOST_UNITS ? text : Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** Whether it is text throughout: no NUL, which some hashes stop at, and no half of a surrogate pair. */
    public boolean isWellFormed() {
        return text.codePoints().noneMatch(code -> code == 0 || isSurrogate(code));
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    /** In code points. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    String text() {
        return text;
    }

    byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Hides it. */
    @Override
    public String toString() {
        return "Password";
    }
}
