package dev.latchkey.password;

import dev.latchkey.text.Unicode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password as it was typed, in normalisation form C of Unicode (UAX 15), so that keyboards that compose
 * characters differently mean the same (NIST SP 800-63B-4, section 3.1.1.2). Nothing else is changed: it is never
 * trimmed or cut, and neither letter case nor compatibility forms are folded.
 */
public final class Password {

    private static final char NUL = 0;
    private static final int MOST_UNITS = 1_024;

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /**
     * Takes any text; {@link PasswordRules} judges it. A text that is far too long is not normalised: with many accents
     * in a row that takes quadratic time.
     */
    public static Password of(String text) {
        return new Password(text.length() > MOST_UNITS ? text : Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** Whether it is Unicode text without NUL. An unpaired surrogate is no character, and has no UTF-8. */
    public boolean isWellFormed() {
        return text.indexOf(NUL) < 0 && Unicode.isWellFormed(text);
    }

    /** In code points. */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /**
     * The bytes to hash. A malformed password, which nobody can have chosen, gets a NUL at its end. So it is checked like any
     * wrong password, and never equals one with question marks in place of its surrogates.
     */
    public byte[] utf8() {
        return (isWellFormed() ? text : text + NUL).getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return "•••";
    }
}
