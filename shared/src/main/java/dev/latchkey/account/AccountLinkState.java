package dev.latchkey.account;

import dev.latchkey.account.AccountLinks.PresentedAccountLink;
import java.time.Instant;

/** What a set-up or reset link is worth to somebody who has its token. */
public enum AccountLinkState {
    OPEN,
    /** A password was chosen with it. */
    USED,
    /** Too old; or killed: the address left, or the account's password was changed. */
    EXPIRED,
    /** Another one was used. */
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
