package dev.latchkey.magiclink;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.text.TypedText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people type whose mail opens on another device: eight characters of an alphabet in which nothing looks like
 * anything else, 39 bits. Taken as {@linkplain TypedText people type it}.
 */
public record TypedCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HALF = 4;
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}");

    static TypedCode random(Randomness randomness) {
        StringBuilder code = new StringBuilder();
        while (code.length() < 2 * HALF) {
            code.append(ALPHABET.charAt(randomness.below(ALPHABET.length())));
        }
        return new TypedCode(code.toString());
    }

    /** Empty for what has not the form of a code. Characters that no code holds are simply wrong. */
    public static Optional<TypedCode> parse(String text) {
        String code = TypedText.code(text);
        return FORM.matcher(code).matches() ? Optional.of(new TypedCode(code)) : Optional.empty();
    }

    /** As a mail shows it. */
    String shown() {
        return value.substring(0, HALF) + "-" + value.substring(HALF);
    }

    /** Hides the code. */
    @Override
    public String toString() {
        return "TypedCode";
    }
}
