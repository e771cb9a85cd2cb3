package dev.latchkey.reauthentication;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Principal;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.FirmId;
import dev.latchkey.firm.SettingsItem;
import dev.latchkey.password.PasswordBudgets;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Condition;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.PendingEnrolment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated session of an account, and what a request in it is judged by.
 *
 * @param address as it is now; on one contact in use at least
 * @param passwordBudgets what a typed password counts in
 * @param stored all that was read, with the counts of wrong passwords and codes
 */
public record AuthenticatedAccount(
        ActiveSession caller,
        Address address,
        Account account,
        @Nullable Authenticator authenticator,
        @Nullable PendingEnrolment pending,
        PasswordBudgets passwordBudgets,
        ItemBatch stored) {

    public FirmId firm() {
        return caller.session().firm();
    }

    public Principal principal() {
        return caller.session().id().principal();
    }

    /** Attempts until then don't count. */
    Instant cleared() {
        Key devices = KnownDevices.key(firm(), principal());
        return KnownDevices.read(devices, stored.get(devices)).cleared();
    }

    /** Fail a transaction if the session has ended or the firm's settings have changed. */
    public List<Write> checkIn() {
        Session session = caller.session();
        return List.of(
                Write.check(session.id().key(firm()), Condition.present()),
                SessionEpoch.check(firm(), principal(), session.marker()),
                SettingsItem.check(caller.firm()));
    }

    public Key accountKey() {
        return AccountItem.key(firm(), principal());
    }

    public Key authenticatorKey() {
        return AuthenticatorItem.key(firm(), principal());
    }

    /** What events and notices say about the account. */
    public AccountEvents.About about() {
        return AccountEvents.About.of(principal(), address);
    }
}
