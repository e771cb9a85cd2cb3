package dev.latchkey.session;

import dev.latchkey.audit.Concerned;
import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.AccessDecision;
import dev.latchkey.firm.AccountState;
import dev.latchkey.firm.Firm;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that was active when it was read, with the firm and the recipient that this depends on.
 *
 * @param authenticator the one of the address; {@code null} where it has none
 */
public record ActiveSession(
        Session session,
        Firm firm,
        Recipient recipient,
        @Nullable Authenticator authenticator) {

    /**
     * Whether the session may only enrol a second factor: the firm requires one, and this login has none or its authenticator
     * was removed since.
     */
    public boolean mayOnlyEnrol() {
        AccountState client = authenticator == null ? AccountState.ACCOUNT : AccountState.ENROLLED;
        return firm.decision(session.accessRequest(), client) == AccessDecision.ENROLMENT;
    }

    /** Whom events about the session concern. */
    Concerned concerned() {
        return Concerned.of(session.id().principal(), recipient);
    }

    /** The same session by what a later read found; empty if it is no longer active. */
    public Optional<ActiveSession> again(
            Firm firm, Recipient recipient, @Nullable Authenticator authenticator, long epoch, Instant now) {
        return SessionPolicy.isActive(session, firm, recipient, epoch, now)
                ? Optional.of(new ActiveSession(session, firm, recipient, authenticator))
                : Optional.empty();
    }

    ActiveSession with(Session next) {
        return new ActiveSession(next, firm, recipient, authenticator);
    }
}
