package dev.latchkey.account;

import dev.latchkey.account.AccountLinks.Opened;
import java.time.Instant;

/** What a set-up or reset link is worth to somebody who has its token. */
public enum AccountLinkState {
    OPEN,
    /** A password was chosen with it. */
    USED,
    /** Too old; or killed: the address left, the account exists already, or its password is another by now. */
    EXPIRED,
    /** A later one of its purpose was mailed. */
    SUPERSEDED;

    static AccountLinkState of(Opened opened, Instant now) {
        AccountLink link = opened.link();
        if (link.usedAt() != null) {
            return USED;
        }
        boolean killed = !opened.stands()
                || !opened.fitsAccount()
                || opened.around().notBefore().revokes(opened.by().at());
        if (killed || !now.isBefore(link.endOf(opened.by().at()))) {
            return EXPIRED;
        }
        return opened.around().latest() > link.sequence() ? SUPERSEDED : OPEN;
    }
}
