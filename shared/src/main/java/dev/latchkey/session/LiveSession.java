package dev.latchkey.session;

import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.Firm;

/** A session that was found to stand, with the firm and the recipient that it was judged by. */
public record LiveSession(Session session, Firm firm, Recipient recipient) {

    /** Whether the firm demands a second factor that this login lacks: it reaches nothing but enrolment then. */
    public boolean mayOnlyEnrol() {
        return firm.demandsSecondFactor() && session.scope().equals(Scope.PORTAL) && !session.hasSecondFactor();
    }

    LiveSession with(Session next) {
        return new LiveSession(next, firm, recipient);
    }
}
