package dev.latchkey.login;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountItem;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.AccessDecision;
import dev.latchkey.firm.AccessRequest;
import dev.latchkey.firm.AccountState;
import dev.latchkey.firm.Firm;
import dev.latchkey.password.PasswordBudgets;
import dev.latchkey.session.RevocationMarker;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.throttling.FailedLogins;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a login is judged by, in one consistent read. The read is the same for an unknown address. */
final class LoginReader {

    /**
     * What was read.
     *
     * @param devices that logged in at the address before
     * @param stored all that was read, with the counts of wrong passwords and failed logins
     */
    record LoginContext(
            Firm firm,
            Address address,
            @Nullable Account account,
            @Nullable Authenticator authenticator,
            long epoch,
            KnownDevices devices,
            ItemBatch stored) {

        /** Whether one more login from the source may fail. */
        FailedLogins.Decision failures(LoginAttempt attempt, Instant now) {
            return attempt.source().judge(stored.get(attempt.source().key()), now);
        }

        Arrival arrival(LoginAttempt attempt) {
            return new Arrival(devices, attempt.tag());
        }

        RevocationMarker marker() {
            return new RevocationMarker(epoch, firm.settingsVersion());
        }

        /** An account can be used if its address is on a contact in use and staff have not deactivated it. */
        boolean isUsable() {
            return account != null && address.binding() != null;
        }

        /** What a right password gives access to. */
        AccessDecision decision() {
            boolean stands = address.binding() != null;
            return firm.decision(
                    AccessRequest.PASSWORD, AccountState.of(stands, account != null, authenticator != null));
        }

        /** Whether the password is the same as in an earlier read. */
        boolean hasPasswordOf(LoginContext then) {
            return account != null
                    && then.account != null
                    && account.passwordVersion() == then.account.passwordVersion();
        }
    }

    private final Table table;
    private final Clock clock;

    LoginReader(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** {@code null} where the firm is unknown. */
    @Nullable
    LoginContext find(LoginAttempt attempt) {
        LoginRequest request = attempt.request();
        Key account = AccountItem.key(request.firm(), request.address());
        Key address = AddressItem.key(request.firm(), request.address());
        Key authenticator = AuthenticatorItem.key(request.firm(), request.address());
        Key epoch = SessionEpoch.key(request.firm(), request.address());
        Key firmKey = Firm.key(request.firm());
        Key devices = KnownDevices.key(request.firm(), request.address());
        List<Key> keys = new ArrayList<>(List.of(firmKey, address, account, authenticator, epoch));
        keys.add(attempt.source().key());
        keys.addAll(PasswordBudgets.keys(
                request.firm(),
                request.address(),
                attempt.tag(),
                attempt.requestSource().sourceIp()));
        ItemBatch stored = table.read(keys);
        Firm firm = Firm.read(request.firm(), stored, clock.instant());
        return firm == null
                ? null
                : new LoginContext(
                        firm,
                        AddressItem.read(request.firm(), stored.get(address)),
                        AccountItem.read(stored.get(account)),
                        AuthenticatorItem.read(stored.get(authenticator)),
                        SessionEpoch.of(stored.get(epoch)),
                        KnownDevices.read(devices, stored.get(devices)),
                        stored);
    }
}
