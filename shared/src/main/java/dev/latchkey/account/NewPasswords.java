package dev.latchkey.account;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.Firm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the passwords that clients choose: by the rules, which ask nobody, and only where these have nothing against one by the
 * list of breached ones.
 */
public final class NewPasswords {

    private final PasswordRules rules = new PasswordRules();
    private final BreachedPasswords breached;

    public NewPasswords(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** One that is chosen in this request. */
    Candidate candidate(Password password) {
        return new Candidate(password);
    }

    /** Is looked up once, however often the request is decided anew because others wrote first. */
    final class Candidate {

        private final Password password;
        private @Nullable Boolean isBreached;

        private Candidate(Password password) {
            this.password = password;
        }

        Password password() {
            return password;
        }

        /** The first thing that is wrong. */
        Optional<PasswordRejection> judge(Firm firm, Email address) {
            return rules.judge(password, firm, address).or(this::lookUp);
        }

        private Optional<PasswordRejection> lookUp() {
            Boolean known = isBreached;
            if (known == null) {
                known = breached.include(password);
                isBreached = known;
            }
            return known ? Optional.of(PasswordRejection.COMMON) : Optional.empty();
        }
    }
}
