package dev.latchkey.session;

import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.ClientState;
import dev.latchkey.firm.Credential;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.Passage;
import java.time.Instant;

/**
 * What ends a session, in one place: judged at every request, by what one consistent read found. The table "What ends what"
 * in docs/data-model.md says the same in words.
 */
final class SessionRule {

    private SessionRule() {}

    /** Whether the session still stands. What it reaches is another matter, see {@link LiveSession#mayOnlyEnrol}. */
    static boolean stands(Session session, Firm firm, Recipient recipient, long epoch, Instant now) {
        return isKept(session, firm, recipient, epoch, now) && isOf(session, recipient);
    }

    /** Whether it stands, or is a login that is only stopped while its address is on no contact in use. */
    static boolean isKept(Session session, Firm firm, Recipient recipient, long epoch, Instant now) {
        return session.hasNotEnded(now)
                && session.bond().epoch() == epoch
                && (session.scope().equals(Scope.PORTAL) || isOf(session, recipient))
                && isAllowed(session, firm);
    }

    /**
     * Whether one that is kept stands. A login is the address's, whichever of its contacts it began with: merging two records
     * of one person ends none. What a link opened ends with the contacts that it was mailed for.
     */
    static boolean isOf(Session session, Recipient recipient) {
        return session.scope().equals(Scope.PORTAL)
                ? !recipient.standings().isEmpty()
                : !session.standings().within(recipient.standings()).isEmpty();
    }

    /** By the firm's settings now, and by all that they were since it was opened. */
    static boolean isAllowed(Session session, Firm firm) {
        Credential credential = session.credential();
        return firm.passage(credential, ClientState.ENROLLED) != Passage.REFUSED
                && !firm.settings()
                        .endedBefore()
                        .includes(credential, session.bond().settingsVersion());
    }
}
