package dev.latchkey.account;

import dev.latchkey.account.Account.LastLogin;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Changes;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an account stands in the table, beside its address. */
public final class AccountItem {

    private static final String PASSWORD_HASH = "passwordHash";
    private static final String PASSWORD_VERSION = "passwordVersion";
    private static final String LAST_LOGIN_AT = "lastLoginAt";
    private static final String LAST_LOGIN_AMR = "lastLoginAmr";

    private AccountItem() {}

    public static Key key(FirmId firm, Holder address) {
        return address.key(firm, "account");
    }

    /** {@code null} of no item: an address without an account. */
    public static @Nullable Account read(@Nullable Item item) {
        if (item == null) {
            return null;
        }
        Instant lastLoginAt = item.optionalTime(LAST_LOGIN_AT);
        return new Account(
                item.text("subject"),
                item.text(PASSWORD_HASH),
                item.number(PASSWORD_VERSION),
                item.time("createdAt"),
                lastLoginAt == null
                        ? null
                        : new LastLogin(
                                lastLoginAt, List.of(item.text(LAST_LOGIN_AMR).split(" ", -1))));
    }

    /** Only where the address has none. */
    static Write create(Key key, String subject, String passwordHash, Instant now) {
        return Write.create(Item.at(key)
                .text("subject", subject)
                .text(PASSWORD_HASH, passwordHash)
                .number(PASSWORD_VERSION, 1)
                .time("createdAt", now)
                .build());
    }

    /** Puts another password in the place of the one that was read. */
    static Write newPassword(Key key, Account account, String passwordHash) {
        return Write.update(
                key,
                Changes.none().set(PASSWORD_HASH, passwordHash).set(PASSWORD_VERSION, account.passwordVersion() + 1),
                Condition.equal(PASSWORD_VERSION, account.passwordVersion()));
    }

    /** Notes a login, with the same password hashed anew where that was due. Loses where another password was set. */
    static Write loggedIn(Key key, Account account, @Nullable String rehashed, List<String> amr, Instant now) {
        Changes noted = Changes.none().set(LAST_LOGIN_AT, now).set(LAST_LOGIN_AMR, String.join(" ", amr));
        return Write.update(
                key,
                rehashed == null ? noted : noted.set(PASSWORD_HASH, rehashed),
                Condition.equal(PASSWORD_VERSION, account.passwordVersion()));
    }
}
