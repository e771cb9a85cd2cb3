package dev.latchkey.magiclink;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.text.TypedText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code that people type whose mail opens on another device: eight characters of an alphabet without lookalikes, 39 bits.
 * Read as {@linkplain TypedText people type it}.
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

    /** Parses a code; empty for text that has not its form. A code with characters outside the alphabet is a wrong code. */
    public static Optional<TypedCode> parse(String text) {
        String code = TypedText.code(text);
        return FORM.matcher(code).matches() ? Optional.of(new TypedCode(code)) : Optional.empty();
    }

    /** The code as a mail shows it. */
    String shown() {
        return value.substring(0, HALF) + "-" + value.substring(HALF);
    }

    /** Hides the code. */
    @Override
    public String toString() {
        return "TypedCode";
    }
}
