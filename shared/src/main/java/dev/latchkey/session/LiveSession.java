package dev.latchkey.session;

import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.Firm;
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
        boolean lacks = !session.hasSecondFactor() || authenticator == null;
        return firm.demandsSecondFactor() && session.scope().equals(Scope.PORTAL) && lacks;
    }

    LiveSession with(Session next) {
        return new LiveSession(next, firm, recipient, authenticator);
    }
}
