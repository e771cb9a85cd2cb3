package dev.latchkey.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how soon a password is guessed: by zxcvbn, and by two rules of our own for what that rates too well when it is
 * long: repetitions and runs. Why zxcvbn, and where the bounds lie, ADR 14 says.
 */
final class Guessing {

    private static final double GUESSES_ALONE = 1e8;
    private static final double GUESSES_WITH_SECOND_FACTOR = 1e6;
    private static final int MEASURED = 32;
    private static final int MEASURED_OF_SYMBOLS = 16;
    private static final int MANY_SYMBOLS = 10;
    private static final String SUBSTITUTES = "4@8({[<369$5+7%2!1|0";

    private @Nullable Zxcvbn zxcvbn;

    /** @param alone whether the password is the only factor */
    boolean isCommon(String password, boolean alone) {
        double bound = alone ? GUESSES_ALONE : GUESSES_WITH_SECOND_FACTOR;
        if (KeyRuns.areMost(password) || guesses(password) < bound) {
            return true;
        }
        String unit = Repetition.unit(password);
        return unit != null && (KeyRuns.areMost(unit) || guesses(unit) < bound);
    }

    /** Of the beginning, which bounds the work; the whole takes no fewer. */
    private double guesses(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        long symbols = lower.chars()
                .distinct()
                .filter(symbol -> SUBSTITUTES.indexOf(symbol) >= 0)
                .count();
        int measured = symbols > MANY_SYMBOLS ? MEASURED_OF_SYMBOLS : MEASURED;
        return estimator()
                .measure(password.substring(0, Math.min(measured, password.length())))
                .getGuesses();
    }

    /** Its word lists are read when they are first needed. */
    private synchronized Zxcvbn estimator() {
        Zxcvbn made = zxcvbn;
        if (made == null) {
            made = new Zxcvbn();
            zxcvbn = made;
        }
        return made;
    }
}
