package dev.latchkey.session;

import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.AccessDecision;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.AccountState;
import dev.latchkey.firm.Firm;
import java.time.Instant;

/**
 * What ends a session, in one place: judged at every request, by what one consistent read found. The table "What ends what"
 * in docs/data-model.md says the same in words.
 */
final class SessionPolicy {

    private SessionPolicy() {}

    /** Whether the session still stands. What it reaches is another matter, see {@link ActiveSession#mayOnlyEnrol}. */
    static boolean stands(Session session, Firm firm, Recipient recipient, long epoch, Instant now) {
        return isOpen(session, firm, epoch, now) && isOf(session, recipient);
    }

    /** Whether it stands, or is a login that is only stopped while its address is on no contact in use. */
    static boolean isKept(Session session, Firm firm, Recipient recipient, long epoch, Instant now) {
        return isOpen(session, firm, epoch, now) && (isLogin(session) || isOf(session, recipient));
    }

    /** As far as the address alone tells: one for a single contact may have ended with that. */
    static boolean standsAtAddress(Session session, Firm firm, Address address, long epoch, Instant now) {
        AddressBinding here = address.binding();
        return isOpen(session, firm, epoch, now)
                && here != null
                && (isLogin(session) || session.binding().isOfAddress(here));
    }

    private static boolean isOpen(Session session, Firm firm, long epoch, Instant now) {
        return session.hasNotEnded(now) && session.marker().epoch() == epoch && isAllowed(session, firm);
    }

    /**
     * Whether one that is kept stands. A login is the address's, whichever contact that is on: merging two records of one person,
     * in whatever order, ends none. What a link opened ends with what the link was mailed under: of a sign-in link once the
     * address is on no contact any more, of a link to one request once it is not on that one.
     */
    static boolean isOf(Session session, Recipient recipient) {
        return isLogin(session)
                ? recipient.binding() != null
                : session.binding().holds(recipient.binding());
    }

    private static boolean isLogin(Session session) {
        return session.scope().equals(Scope.PORTAL);
    }

    /** By the firm's settings now, and by all that they were since it was opened. */
    static boolean isAllowed(Session session, Firm firm) {
        AccessRequest accessRequest = session.accessRequest();
        return firm.decision(accessRequest, AccountState.ENROLLED) != AccessDecision.REFUSED
                && !firm.settings()
                        .revocationVersions()
                        .includes(accessRequest, session.marker().settingsVersion());
    }
}
