package dev.latchkey.session;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.Recipient;
import dev.latchkey.contact.Standing;
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
        return isOpen(session, firm, epoch, now) && isOf(session, recipient);
    }

    /** Whether it stands, or is a login that is only stopped while its address is on no contact in use. */
    static boolean isKept(Session session, Firm firm, Recipient recipient, long epoch, Instant now) {
        return isOpen(session, firm, epoch, now) && (isLogin(session) || isOf(session, recipient));
    }

    /** As far as the address alone tells: one for a single contact may have ended with that. */
    static boolean standsAtAddress(Session session, Firm firm, Address address, long epoch, Instant now) {
        Standing here = address.standing();
        return isOpen(session, firm, epoch, now)
                && here != null
                && (isLogin(session) || session.standing().isOfAddress(here));
    }

    private static boolean isOpen(Session session, Firm firm, long epoch, Instant now) {
        return session.hasNotEnded(now) && session.bond().epoch() == epoch && isAllowed(session, firm);
    }

    /**
     * Whether one that is kept stands. A login is the address's, whichever contact that is on: merging two records of one person,
     * in whatever order, ends none. What a link opened ends with what the link was mailed under: of a sign-in link once the
     * address is on no contact any more, of a link to one request once it is not on that one.
     */
    static boolean isOf(Session session, Recipient recipient) {
        return isLogin(session)
                ? recipient.standing() != null
                : session.standing().holds(recipient.standing());
    }

    private static boolean isLogin(Session session) {
        return session.scope().equals(Scope.PORTAL);
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
