package dev.latchkey.session;

import dev.latchkey.audit.Concerned;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.ClientState;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.Passage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that was found to stand, with the firm and the recipient that it was judged by.
 *
 * @param authenticator that of the address; {@code null} where it has none
 */
public record LiveSession(
        Session session,
        Firm firm,
        Recipient recipient,
        @Nullable Authenticator authenticator) {

    /**
     * Whether the firm demands a second factor that this login lacks, or whose app was taken away since: it reaches nothing
     * but enrolment then.
     */
    public boolean mayOnlyEnrol() {
        ClientState client = authenticator == null ? ClientState.ACCOUNT : ClientState.ENROLLED;
        return firm.passage(session.credential(), client) == Passage.ENROLMENT;
    }

    /** Those whom what becomes of it concerns. */
    Concerned concerned() {
        return Concerned.of(session.id().holder(), recipient);
    }

    /** The same session judged anew, by what another read found; empty where it has ended since. */
    public Optional<LiveSession> again(
            Firm firm, Recipient recipient, @Nullable Authenticator authenticator, long epoch, Instant now) {
        return SessionRule.stands(session, firm, recipient, epoch, now)
                ? Optional.of(new LiveSession(session, firm, recipient, authenticator))
                : Optional.empty();
    }

    LiveSession with(Session next) {
        return new LiveSession(next, firm, recipient, authenticator);
    }
}
