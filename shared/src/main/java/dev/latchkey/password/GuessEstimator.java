package dev.latchkey.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * Estimates by zxcvbn how many guesses a text takes. The word lists are slow to load, so they are loaded with the first
 * estimate.
 */
final class GuessEstimator {

    private static final class Loaded {
        private static final Zxcvbn ZXCVBN = new Zxcvbn();
    }

    private GuessEstimator() {}

    /**
     * The product over the pieces that zxcvbn finds. Its own sum adds ten thousand for each piece after the first, so
     * it rates a common word with a year and an exclamation mark as strong.
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
