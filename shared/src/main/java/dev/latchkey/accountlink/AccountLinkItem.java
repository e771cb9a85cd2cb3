package dev.latchkey.accountlink;

import dev.latchkey.accountlink.AccountLink.MailedSecret;
import dev.latchkey.contact.AddressBinding;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Write;
import java.time.Instant;

/** The form of a set-up or reset link in the table, and which one of its purpose was mailed last. */
public final class AccountLinkItem {

    private static final String STANDING = "standing";
    private static final String PASSWORD_VERSION = "passwordVersion";
    private static final String SENDINGS = "sendings";
    private static final String USED_AT = "usedAt";

    private AccountLinkItem() {}

    public static AccountLink read(AccountLinkId id, Item item) {
        String standing = item.optionalText(STANDING);
        return new AccountLink(
                id,
                item.time("askedAt"),
                standing == null ? null : AddressBinding.read(standing),
                item.number(PASSWORD_VERSION, 0),
                item.texts(SENDINGS).stream().map(MailedSecret::read).toList(),
                item.optionalTime(USED_AT));
    }

    static Write create(AccountLink link) {
        return Write.create(Item.at(link.id().key())
                .time("askedAt", link.askedAt())
                .timeToLive(link.keptUntil())
                .build());
    }

    /** Notes the secret of a mail before it is sent. The binding of the first mail stays. */
    public static Write mailing(
            AccountLink link, MailedSecret mailedSecret, AddressBinding binding, long passwordVersion) {
        ItemUpdate noted = ItemUpdate.none().join(SENDINGS, mailedSecret.text());
        boolean first = link.binding() == null;
        return Write.update(
                link.id().key(),
                first ? noted.set(STANDING, binding.text()).set(PASSWORD_VERSION, passwordVersion) : noted,
                Condition.present().and(Condition.missing(USED_AT)));
    }

    /** Marks it as used. Fails if it was used. */
    static Write use(AccountLink link, Instant now) {
        return Write.update(
                link.id().key(),
                ItemUpdate.none().set(USED_AT, now),
                Condition.present().and(Condition.missing(USED_AT)));
    }
}
