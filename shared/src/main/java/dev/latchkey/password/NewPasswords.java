package dev.latchkey.password;

import dev.latchkey.contact.Email;
import dev.latchkey.firm.Firm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the passwords that clients choose: first by the rules, which need no call, and then by the list of breached
 * passwords.
 */
public final class NewPasswords {

    private final PasswordRules rules = new PasswordRules();
    private final BreachedPasswords breached;

    public NewPasswords(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** The password that is chosen in this request. */
    public Candidate candidate(Password password) {
        return new Candidate(password);
    }

    /** It is looked up once, in however many rounds the request is decided. */
    public final class Candidate {

        private final Password password;
        private @Nullable Boolean isBreached;

        private Candidate(Password password) {
            this.password = password;
        }

        public Password password() {
            return password;
        }

        /** The first thing that is wrong. */
        public Optional<PasswordRejection> judge(Firm firm, Email address) {
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
