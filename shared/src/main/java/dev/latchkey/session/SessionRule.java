package dev.latchkey.session;

import dev.latchkey.contact.Recipient;
import dev.latchkey.firm.Firm;
import java.time.Instant;

/**
 * What ends a session, in one place: judged at every request, by what one consistent read found. The table "What ends what"
 * in docs/data-model.md says the same in words.
 */
final class SessionRule {

    private SessionRule() {}

    /** Whether the session still stands. What it reaches is another matter, see {@link LiveSession#mayOnlyEnrol}. */
    static boolean stands(Session session, Firm firm, Recipient recipient, long epoch, Instant now) {
        return session.hasNotEnded(now)
                && session.bond().epoch() == epoch
                && !session.standings().within(recipient.standings()).isEmpty()
                && allows(firm, session);
    }

    /** A sign-in link alone is not enough where the firm demands a second factor, and a login is none where it has none. */
    private static boolean allows(Firm firm, Session session) {
        return switch (firm.accessMode()) {
            case MAGIC_LINK_AND_LOGIN -> true;
            case MAGIC_LINK_ONLY -> !session.scope().equals(Scope.PORTAL);
            case MAGIC_LINK_AND_LOGIN_2FA -> !session.scope().equals(Scope.REQUESTS) || session.hasSecondFactor();
        };
    }
}
