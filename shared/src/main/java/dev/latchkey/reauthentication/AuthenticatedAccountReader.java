package dev.latchkey.reauthentication;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountItem;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Principal;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.password.PasswordBudgets;
import dev.latchkey.session.ActiveSession;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.PendingEnrolment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the account of an authenticated session and the session itself, which may have ended, in one consistent read. */
public final class AuthenticatedAccountReader {

    private final Table table;
    private final Clock clock;

    public AuthenticatedAccountReader(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** {@code null} where the session has ended. */
    public @Nullable AuthenticatedAccount find(ActiveSession caller, RequestSource requestSource) {
        Session session = caller.session();
        Principal address = session.id().principal().address();
        return find(caller, PasswordBudgets.of(session.firm(), address, session.device(), requestSource.sourceIp()));
    }

    /** Reads an account again. {@code null} where the session has ended. */
    public @Nullable AuthenticatedAccount again(AuthenticatedAccount who) {
        return find(who.caller(), who.passwordBudgets());
    }

    private @Nullable AuthenticatedAccount find(ActiveSession caller, PasswordBudgets budgets) {
        Session session = caller.session();
        FirmId firm = session.firm();
        Key firmKey = Firm.key(firm);
        Principal principal = session.id().principal();
        Key sessionKey = session.id().key(firm);
        Key epoch = SessionEpoch.key(firm, principal);
        Key address = AddressItem.key(firm, principal);
        Key account = AccountItem.key(firm, principal);
        Key authenticator = AuthenticatorItem.key(firm, principal);
        Key pending = PendingEnrolment.key(firm, principal);
        List<Key> keys = new ArrayList<>(List.of(
                sessionKey,
                firmKey,
                epoch,
                address,
                account,
                authenticator,
                pending,
                KnownDevices.key(firm, principal),
                AttemptBudget.of(AttemptBudget.Factor.TOTP, firm, principal).key(),
                AttemptBudget.of(AttemptBudget.Factor.RECOVERY, firm, principal).key()));
        budgets.all().forEach(budget -> keys.add(budget.key()));
        ItemBatch stored = table.read(keys);
        Account found = AccountItem.read(stored.get(account));
        Address at = AddressItem.read(firm, stored.get(address));
        Authenticator app = AuthenticatorItem.read(stored.get(authenticator));
        Instant now = clock.instant();
        Firm current = Firm.read(firm, stored, now);
        if (current == null || found == null || stored.get(sessionKey) == null) {
            return null;
        }
        return caller.again(current, at, app, SessionEpoch.of(stored.get(epoch)), now)
                .map(live -> new AuthenticatedAccount(
                        live, at, found, app, PendingEnrolment.read(stored.get(pending)), budgets, stored))
                .orElse(null);
    }
}
