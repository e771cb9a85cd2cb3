package dev.latchkey.password;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts comparable with words that nobody should choose. Only for comparison: a password is hashed as it is. */
final class TextFolding {

    private TextFolding() {}

    /** Lower case without a locale, wide and styled letters as plain ones (UAX 15, form KC). */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
