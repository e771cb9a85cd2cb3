package dev.latchkey.password;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.Firm;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Which passwords may be chosen (NIST SP 800-63B-4, section 3.1.1.2). They are long enough, not too long, and not
 * among the first guesses of an attacker of everybody or of this client. There are no composition rules. The constructor is
 * cheap; the first check loads the word lists.
 */
public final class PasswordRules {

    private static final int SHORTEST = 15;
    private static final int SHORTEST_BESIDE_A_SECOND_FACTOR = 8;
    private static final int LONGEST = 128;

    /** So many guesses must not find a password; docs/adr/0014 has the figures. */
    private static final double GUESSES = 1e8;

    private static final double GUESSES_BESIDE_A_SECOND_FACTOR = 1e6;

    private final CommonPasswords common;

    public PasswordRules() {
        this(GuessEstimator::of);
    }

    PasswordRules(ToDoubleFunction<String> guesses) {
        this.common = new CommonPasswords(guesses);
    }

    /** How many code points a password of the firm's clients has at least. */
    public static int shortest(Firm firm) {
        return firm.demandsSecondFactor() ? SHORTEST_BESIDE_A_SECOND_FACTOR : SHORTEST;
    }

    /** The first thing that is wrong: malformed, then its length, then its nearness to firm and client, then common. */
    public Optional<PasswordRejection> judge(Password candidate, Firm firm, Email address) {
        boolean secondFactor = firm.demandsSecondFactor();
        if (!candidate.isWellFormed()) {
            return Optional.of(PasswordRejection.INVALID_CHARACTERS);
        }
        if (candidate.length() < shortest(firm)) {
            return Optional.of(PasswordRejection.TOO_SHORT);
        }
        if (candidate.length() > LONGEST) {
            return Optional.of(PasswordRejection.TOO_LONG);
        }
        String folded = TextFolding.fold(candidate.text());
        double enough = secondFactor ? GUESSES_BESIDE_A_SECOND_FACTOR : GUESSES;
        if (ContextWords.of(firm, address).shape(folded, common, enough)) {
            return Optional.of(PasswordRejection.CONTEXT);
        }
        return common.include(folded, enough) ? Optional.of(PasswordRejection.COMMON) : Optional.empty();
    }
}
