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
 * Decides whether a session is active, at every HTTP request, by what one consistent read found. The table "What ends what"
 * in docs/data-model.md says the same in words.
 */
final class SessionPolicy {

    private SessionPolicy() {}

    /** Whether the session is active. What it may do is another question, see {@link ActiveSession#mayOnlyEnrol}. */
    static boolean isActive(Session session, Firm firm, Recipient recipient, long epoch, Instant now) {
        return isOpen(session, firm, epoch, now) && isBound(session, recipient);
    }

    /** Whether it is active, or is a login that is suspended while its address is on no contact in use. */
    static boolean isKept(Session session, Firm firm, Recipient recipient, long epoch, Instant now) {
        return isOpen(session, firm, epoch, now) && (isLogin(session) || isBound(session, recipient));
    }

    /** Whether it is active as far as the address tells: a session for one contact may have ended with the contact. */
    static boolean isActiveAtAddress(Session session, Firm firm, Address address, long epoch, Instant now) {
        AddressBinding here = address.binding();
        return isOpen(session, firm, epoch, now)
                && here != null
                && (isLogin(session) || session.binding().isOfAddress(here));
    }

    private static boolean isOpen(Session session, Firm firm, long epoch, Instant now) {
        return session.hasNotEnded(now) && session.marker().epoch() == epoch && isAllowed(session, firm);
    }

    /**
     * Whether the binding of the session holds. A login belongs to the address, whichever contact has it: merging two records of
     * one person, in any order, ends no login. A session of a sign-in link ends when the address is on no contact any more; a
     * session of a request link ends when the address is not on that contact any more.
     */
    static boolean isBound(Session session, Recipient recipient) {
        return isLogin(session)
                ? recipient.binding() != null
                : session.binding().holds(recipient.binding());
    }

    private static boolean isLogin(Session session) {
        return session.scope().equals(Scope.PORTAL);
    }

    /** Whether the firm's settings allow it now and have allowed it ever since it was opened. */
    static boolean isAllowed(Session session, Firm firm) {
        AccessRequest accessRequest = session.accessRequest();
        return firm.decision(accessRequest, AccountState.ENROLLED) != AccessDecision.REFUSED
                && !firm.settings()
                        .revocationVersions()
                        .includes(accessRequest, session.marker().settingsVersion());
    }
}
