package dev.latchkey.totp;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.text.TypedText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code for the day a client loses their phone: 80 random bits as sixteen characters of an alphabet without I, L, O
 * and U. It is accepted {@linkplain TypedText as people type it}: an O is read as zero, an I or L as one. A temporary
 * code of staff has the same form.
 */
public record RecoveryCode(String value) implements SecondFactorCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;
    private static final int LENGTH = 4 * GROUP;
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{16}");
    private static final Pattern GROUPS = Pattern.compile("(.{" + GROUP + "})(?!$)");

    public static RecoveryCode random(Randomness randomness) {
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(ALPHABET.charAt(randomness.below(ALPHABET.length())));
        }
        return new RecoveryCode(code.toString());
    }

    /** Empty for a text in another form. A U has the right form but matches no code. */
    public static Optional<RecoveryCode> parse(String text) {
        String code = TypedText.code(text);
        return FORM.matcher(code).matches()
                ? Optional.of(new RecoveryCode(
                        code.replace('O', '0').replace('I', '1').replace('L', '1')))
                : Optional.empty();
    }

    /** As its owner sees it, the one time that it is shown: {@code XXXX-XXXX-XXXX-XXXX}. */
    public String shown() {
        return GROUPS.matcher(value).replaceAll("$1-");
    }

    /** Hides the code. */
    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
