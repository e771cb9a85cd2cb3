package dev.latchkey.account;

import dev.latchkey.account.Account.LastLogin;
import dev.latchkey.contact.ClientIndex;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Condition;
import dev.latchkey.store.Item;
import dev.latchkey.store.ItemUpdate;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of an account in the table, beside its address. */
public final class AccountItem {

    private static final String PASSWORD_HASH = "passwordHash";
    private static final String PASSWORD_VERSION = "passwordVersion";
    private static final String RESET_VERSION = "resetVersion";
    private static final String ENROLMENT_SUGGESTED = "enrolmentSuggested";
    private static final String LAST_LOGIN_AT = "lastLoginAt";
    private static final String LAST_LOGIN_AMR = "lastLoginAmr";

    private AccountItem() {}

    public static Key key(FirmId firm, Principal address) {
        return address.key(firm, "account");
    }

    /** {@code null} for no item: the address has no account. */
    public static @Nullable Account read(@Nullable Item item) {
        return item == null
                ? null
                : new Account(
                        item.text("subject"),
                        item.text(PASSWORD_HASH),
                        item.number(PASSWORD_VERSION),
                        item.number(RESET_VERSION, 0),
                        item.time("createdAt"),
                        item.number(ENROLMENT_SUGGESTED, 0) > 0,
                        lastLogin(item));
    }

    /** As far as the index has it: without a password, so it is of no use for a login. */
    public static Account onRoll(Item item) {
        return new Account(item.text("subject"), "", 0, 0, item.time("createdAt"), false, lastLogin(item));
    }

    private static @Nullable LastLogin lastLogin(Item item) {
        Instant at = item.optionalTime(LAST_LOGIN_AT);
        return at == null
                ? null
                : new LastLogin(at, List.of(item.text(LAST_LOGIN_AMR).split(" ", -1)));
    }

    /** Fails if the address has an account. */
    public static Write create(FirmId firm, Principal address, String subject, String passwordHash, Instant now) {
        return Write.create(Item.at(key(firm, address))
                .text("subject", subject)
                .text(PASSWORD_HASH, passwordHash)
                .number(PASSWORD_VERSION, 1)
                .time("createdAt", now)
                .text(ClientIndex.INDEX, ClientIndex.of(firm))
                .build());
    }

    /** Replaces the password that was read. */
    public static Write newPassword(Key key, Account account, String passwordHash) {
        return Write.update(
                key,
                ItemUpdate.none().set(PASSWORD_HASH, passwordHash).set(PASSWORD_VERSION, account.passwordVersion() + 1),
                isSame(account));
    }

    /** The same by a mailed link. It supersedes the other links. */
    public static Write resetPassword(Key key, Account account, String passwordHash) {
        long version = account.passwordVersion() + 1;
        return Write.update(
                key,
                ItemUpdate.none()
                        .set(PASSWORD_HASH, passwordHash)
                        .set(PASSWORD_VERSION, version)
                        .set(RESET_VERSION, version),
                isSame(account));
    }

    /** Stores a new hash of the same password. Fails if another password was set. */
    public static Write rehash(Key key, Account account, String rehashed) {
        return Write.update(key, ItemUpdate.none().set(PASSWORD_HASH, rehashed), isSame(account));
    }

    /** Notes a login with two factors. Fails if another password was set since the first factor was proven. */
    public static Write loggedIn(Key key, Account account, List<String> amr, Instant now) {
        return Write.update(key, noted(amr, now), isSame(account));
    }

    /** Notes a login that set up a second factor. Enrolment is then no longer suggested. */
    public static Write enrolled(Key key, Account account, List<String> amr, Instant now) {
        return Write.update(key, noted(amr, now).remove(ENROLMENT_SUGGESTED), isSame(account));
    }

    /** Notes that staff removed the second factor. */
    public static Write suggestEnrolment(Key key) {
        return Write.update(key, ItemUpdate.none().set(ENROLMENT_SUGGESTED, 1), Condition.present());
    }

    /** Notes a login, and a new hash of the same password if one was due. Fails if another password was set. */
    public static Write loggedIn(Key key, Account account, @Nullable String rehashed, List<String> amr, Instant now) {
        ItemUpdate noted = noted(amr, now);
        return Write.update(key, rehashed == null ? noted : noted.set(PASSWORD_HASH, rehashed), isSame(account));
    }

    private static ItemUpdate noted(List<String> amr, Instant now) {
        return ItemUpdate.none().set(LAST_LOGIN_AT, now).set(LAST_LOGIN_AMR, String.join(" ", amr));
    }

    private static Condition isSame(Account account) {
        return Condition.equal(PASSWORD_VERSION, account.passwordVersion());
    }
}
