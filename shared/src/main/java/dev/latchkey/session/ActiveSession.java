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
 * A session that was found to stand, with the firm and the recipient that it was judged by.
 *
 * @param authenticator that of the address; {@code null} where it has none
 */
public record ActiveSession(
        Session session,
        Firm firm,
        Recipient recipient,
        @Nullable Authenticator authenticator) {

    /**
     * Whether the firm demands a second factor that this login lacks, or whose app was taken away since: it reaches nothing
     * but enrolment then.
     */
    public boolean mayOnlyEnrol() {
        AccountState client = authenticator == null ? AccountState.ACCOUNT : AccountState.ENROLLED;
        return firm.decision(session.accessRequest(), client) == AccessDecision.ENROLMENT;
    }

    /** Those whom what becomes of it concerns. */
    Concerned concerned() {
        return Concerned.of(session.id().principal(), recipient);
    }

    /** The same session judged anew, by what another read found; empty where it has ended since. */
    public Optional<ActiveSession> again(
            Firm firm, Recipient recipient, @Nullable Authenticator authenticator, long epoch, Instant now) {
        return SessionPolicy.stands(session, firm, recipient, epoch, now)
                ? Optional.of(new ActiveSession(session, firm, recipient, authenticator))
                : Optional.empty();
    }

    ActiveSession with(Session next) {
        return new ActiveSession(next, firm, recipient, authenticator);
    }
}
