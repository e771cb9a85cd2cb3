package dev.latchkey.account;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.AccessMode;
import dev.latchkey.firm.Firm;
import java.util.Optional;

/**
 * What a chosen password must be, NIST SP 800-63B-4 section 3.1.1.2: long enough, not among those that are guessed first,
 * and no more than text. Nothing is asked of its composition, and it never expires. Lengths are in code points.
 */
public final class PasswordRules {

    private static final int SHORTEST_ALONE = 15;
    private static final int SHORTEST_WITH_SECOND_FACTOR = 8;
    private static final int LONGEST = 128;

    private final Guessing guessing = new Guessing();

    /** Empty for a good one. The shorter minimum holds only while the firm demands a second factor. */
    public Optional<Rejection> judge(Password chosen, Firm firm, Email address) {
        boolean alone = firm.accessMode() != AccessMode.MAGIC_LINK_AND_LOGIN_2FA;
        if (!chosen.isWellFormed()) {
            return Optional.of(Rejection.INVALID_CHARACTERS);
        }
        if (chosen.length() < (alone ? SHORTEST_ALONE : SHORTEST_WITH_SECOND_FACTOR)) {
            return Optional.of(Rejection.TOO_SHORT);
        }
        if (chosen.length() > LONGEST) {
            return Optional.of(Rejection.TOO_LONG);
        }
        if (ContextWords.of(firm, address).makeUp(chosen.text())) {
            return Optional.of(Rejection.CONTEXT);
        }
        return guessing.isCommon(chosen.text(), alone) ? Optional.of(Rejection.COMMON) : Optional.empty();
    }
}
