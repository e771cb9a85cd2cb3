package dev.latchkey.magiclink;

import dev.latchkey.crypto.Randomness;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type whose mail opens on another device: eight characters of an alphabet in which nothing looks like
 * anything else, 39 bits. Taken in any case, with a dash, a blank or nothing in the middle.
 */
public record TypedCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HALF = 4;
    private static final Pattern FORM = Pattern.compile("([0-9A-Za-z]{4})[- ]?([0-9A-Za-z]{4})");

    static TypedCode random(Randomness randomness) {
        StringBuilder code = new StringBuilder();
        while (code.length() < 2 * HALF) {
            code.append(ALPHABET.charAt(randomness.below(ALPHABET.length())));
        }
        return new TypedCode(code.toString());
    }

    /** Empty for what has not the form of a code. Characters that no code holds are simply wrong. */
    public static Optional<TypedCode> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new TypedCode((form.group(1) + form.group(2)).toUpperCase(Locale.ROOT)))
                : Optional.empty();
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
