package dev.latchkey.session;

import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Listed;
import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.ClientState;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.Passage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that was found to stand, with the firm and the recipient that it was judged by.
 *
 * @param authenticator that of the address; {@code null} where it has none, and of a request link, which is kept with a
 *     contact and knows none
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

    /** The contacts that it reaches: of an address all, unless a link to one request was sent to one of them. */
    public List<Listed> contacts() {
        List<ContactId> reached = session.standings().contacts();
        boolean all = session.scope().request().isEmpty();
        return recipient.contacts().stream()
                .filter(listed -> all || reached.contains(listed.standing().contact()))
                .toList();
    }

    /** Those whom what becomes of it concerns; of a login that is stopped those that it began with. */
    List<ContactId> concerned() {
        List<ContactId> now = recipient.standings().contacts();
        return session.scope().equals(Scope.PORTAL) && !now.isEmpty()
                ? now
                : session.standings().contacts();
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
