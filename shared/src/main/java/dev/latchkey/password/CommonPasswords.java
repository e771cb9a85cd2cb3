package dev.latchkey.password;

import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** Recognises common passwords: listed words, also with additions, and keyboard sequences. */
final class CommonPasswords {

    /** The time of an estimate grows faster than the text. */
    private static final int LONGEST_MEASURED = 100;

    /**
     * For each sign that may stand for a letter, zxcvbn tries both, in all combinations: a hundred characters with all
     * of its signs took it seconds. In a long text the usual signs become their digits, for which it tries few, and the
     * others stand for nothing.
     */
    private static final String SIGNS = "@!$({[<|+%";

    private static final String TAMED = "415-------";
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final int LONGEST_WITH_SIGNS = 20;

    private final ToDoubleFunction<String> guesses;

    CommonPasswords(ToDoubleFunction<String> guesses) {
        this.guesses = guesses;
    }

    /**
     * Whether a text in lower case is found within a number of guesses, or is typed as a run. A word with other characters
     * around it, or repeated with others in between, is as good as the word and what was added, each for itself. What
     * repeats, however often, is as good as its unit. True of the empty text.
     */
    boolean include(String text, double enoughGuesses) {
        if (KeyboardSequences.makeUp(text) || guesses(text) < enoughGuesses) {
            return true;
        }
        String word = NO_LETTERS.matcher(text).replaceAll("");
        boolean isOne = text.contains(word) || RepeatedSequence.of(word).times() > 1;
        return isOne && guesses(word) * guesses(LETTERS.matcher(text).replaceAll("")) < enoughGuesses;
    }

    private double guesses(String text) {
        RepeatedSequence repetition = RepeatedSequence.of(text);
        return repetition.times() * guesses.applyAsDouble(measured(repetition.unit()));
    }

    private static String measured(String text) {
        if (text.length() <= LONGEST_WITH_SIGNS) {
            return text;
        }
        StringBuilder tame = new StringBuilder(text.substring(0, Math.min(LONGEST_MEASURED, text.length())));
        for (int i = 0; i < tame.length(); i++) {
            int sign = SIGNS.indexOf(tame.charAt(i));
            if (sign >= 0) {
                tame.setCharAt(i, TAMED.charAt(sign));
            }
        }
        return tame.toString();
    }
}
