package dev.latchkey.account;

import dev.latchkey.account.AccountLinks.PresentedAccountLink;
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

    static AccountLinkState of(PresentedAccountLink opened, Instant now) {
        AccountLink link = opened.link();
        if (link.usedAt() != null) {
            return USED;
        }
        boolean killed = !opened.stands()
                || opened.context().notBefore().revokes(opened.by().at());
        if (killed || !now.isBefore(link.endOf(opened.by().at()))) {
            return EXPIRED;
        }
        if (opened.fitsAccount()) {
            return OPEN;
        }
        return opened.wasOvertaken() ? SUPERSEDED : EXPIRED;
    }
}
