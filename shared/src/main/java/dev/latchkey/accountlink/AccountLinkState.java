package dev.latchkey.accountlink;

import dev.latchkey.accountlink.AccountLinks.PresentedAccountLink;
import java.time.Instant;

/** The state of a set-up or reset link. */
public enum AccountLinkState {
    OPEN,
    /** A password was chosen with it. */
    USED,
    /** Too old, or void: the address left its contact, or the password was changed. */
    EXPIRED,
    /** Another link was used. */
    SUPERSEDED;

    static AccountLinkState of(PresentedAccountLink presented, Instant now) {
        AccountLink link = presented.link();
        if (link.usedAt() != null) {
            return USED;
        }
        boolean isVoid = !presented.stands()
                || presented.context().notBefore().revokes(presented.by().at());
        if (isVoid || !now.isBefore(link.endOf(presented.by().at()))) {
            return EXPIRED;
        }
        if (presented.fitsAccount()) {
            return OPEN;
        }
        return presented.wasOvertaken() ? SUPERSEDED : EXPIRED;
    }
}
