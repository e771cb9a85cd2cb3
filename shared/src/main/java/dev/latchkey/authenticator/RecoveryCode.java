package dev.latchkey.authenticator;

import dev.latchkey.crypto.Randomness;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people keep on paper for the day they lose their phone: 80 random bits as sixteen characters of an alphabet
 * without I, L, O and U. Taken in any case, with a dash, a blank or nothing between the groups of four; an O is read as
 * the zero and an I or L as the one that they are mistaken for. A staff temporary code has the same form.
 */
public record RecoveryCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final int LENGTH = 4 * GROUP;
    private static final String FOUR = "([0-9A-Za-z]{4})";
    private static final String GAP = "[- ]?";
    private static final Pattern FORM = Pattern.compile(FOUR + GAP + FOUR + GAP + FOUR + GAP + FOUR);

    public static RecoveryCode random(Randomness randomness) {
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(ALPHABET.charAt(randomness.below(ALPHABET.length())));
        }
        return new RecoveryCode(code.toString());
    }

    /** Empty for what has not the form of a code. A U, which no code holds, is simply wrong. */
    public static Optional<RecoveryCode> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RecoveryCode(canonical(form.replaceFirst("$1$2$3$4"))))
                : Optional.empty();
    }

    private static String canonical(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** As its owner sees it, the one time that it is shown: {@code XXXX-XXXX-XXXX-XXXX}. */
    public String shown() {
        return FORM.matcher(value).replaceFirst("$1-$2-$3-$4");
    }

    /** Hides the code. */
    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
