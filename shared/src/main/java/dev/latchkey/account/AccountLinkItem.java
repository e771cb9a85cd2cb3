package dev.latchkey.account;

import dev.latchkey.account.AccountLink.Sending;
import dev.latchkey.contact.Standing;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Write;
import java.time.Instant;

/** How a set-up or reset link stands in the table, and which of its purpose was mailed last. */
final class AccountLinkItem {

    private static final String STANDING = "standing";
    private static final String PASSWORD_VERSION = "passwordVersion";
    private static final String SENDINGS = "sendings";
    private static final String USED_AT = "usedAt";

    private AccountLinkItem() {}

    static AccountLink read(AccountLinkId id, Item item) {
        String standing = item.optionalText(STANDING);
        return new AccountLink(
                id,
                item.time("askedAt"),
                standing == null ? null : Standing.read(standing),
                item.number(PASSWORD_VERSION, 0),
                item.texts(SENDINGS).stream().map(Sending::read).toList(),
                item.optionalTime(USED_AT));
    }

    static Write create(AccountLink link) {
        return Write.create(Item.at(link.id().key())
                .time("askedAt", link.askedAt())
                .timeToLive(link.keptUntil())
                .build());
    }

    /** Notes the secret of a mail before it leaves. Under what it was first mailed stays as it is. */
    static Write mailing(AccountLink link, Sending sending, Standing standing, long passwordVersion) {
        Changes noted = Changes.none().join(SENDINGS, sending.text());
        boolean first = link.standing() == null;
        return Write.update(
                link.id().key(),
                first ? noted.set(STANDING, standing.text()).set(PASSWORD_VERSION, passwordVersion) : noted,
                Condition.present().and(Condition.missing(USED_AT)));
    }

    /** Spends it; of two at once one loses. */
    static Write use(AccountLink link, Instant now) {
        return Write.update(
                link.id().key(),
                Changes.none().set(USED_AT, now),
                Condition.present().and(Condition.missing(USED_AT)));
    }
}
