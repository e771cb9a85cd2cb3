package dev.latchkey.account;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * How many guesses zxcvbn thinks a text is good for. The word lists take a while to load, so they are loaded when the
 * first text is measured.
 */
final class GuessEstimator {

    private static final class Loaded {
        private static final Zxcvbn ZXCVBN = new Zxcvbn();
    }

    private GuessEstimator() {}

    /**
     * The product over the pieces that zxcvbn finds. Its own sum adds ten thousand for each piece after the first, and
     * so takes a common word with a year and an exclamation mark for a strong password.
     */
    static double of(String text) {
        Strength strength = Loaded.ZXCVBN.measure(text);
        double guesses = strength.getSequence().stream()
                .mapToDouble(piece -> piece.guesses)
                .reduce(1, (one, next) -> one * next);
        strength.wipe();
        return guesses;
    }
}
