package dev.latchkey.account;

import dev.latchkey.attempts.FailedLogins;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.ClientState;
import dev.latchkey.firm.Credential;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.Passage;
import dev.latchkey.session.Bond;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what judges a login, in one consistent read; the same for an address that is nobody's. */
final class LoginReader {

    /**
     * What was found.
     *
     * @param devices that got in at the address before
     * @param stored the counts of wrong passwords and of failed logins among it
     */
    record Found(
            Firm firm,
            Address address,
            @Nullable Account account,
            @Nullable Authenticator authenticator,
            long epoch,
            KnownDevices devices,
            Snapshot stored) {

        /** Whether one more login may fail from there. */
        FailedLogins.Verdict failures(Attempt attempt, Instant now) {
            return attempt.source().judge(stored.get(attempt.source().key()), now);
        }

        Arrival arrival(Attempt attempt) {
            return new Arrival(devices, attempt.tag());
        }

        Bond bond() {
            return new Bond(epoch, firm.settingsVersion());
        }

        /** An account can be used where its address stands on a contact in use and staff keep nobody out. */
        boolean isUsable() {
            return account != null && address.standing() != null;
        }

        /** How far the right password gets. */
        Passage passage() {
            boolean stands = address.standing() != null;
            return firm.passage(Credential.PASSWORD, ClientState.of(stands, account != null, authenticator != null));
        }

        /** Whether the password is the one that was read then. */
        boolean hasPasswordOf(Found then) {
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
    Found find(Attempt attempt) {
        Credentials credentials = attempt.credentials();
        Key account = AccountItem.key(credentials.firm(), credentials.address());
        Key address = AddressItem.key(credentials.firm(), credentials.address());
        Key authenticator = AuthenticatorItem.key(credentials.firm(), credentials.address());
        Key epoch = SessionEpoch.key(credentials.firm(), credentials.address());
        Key firmKey = Firm.key(credentials.firm());
        Key devices = KnownDevices.key(credentials.firm(), credentials.address());
        List<Key> keys = new ArrayList<>(List.of(firmKey, address, account, authenticator, epoch));
        keys.add(attempt.source().key());
        keys.addAll(PasswordTries.keys(
                credentials.firm(),
                credentials.address(),
                attempt.tag(),
                attempt.origin().sourceIp()));
        Snapshot stored = table.read(keys);
        Firm firm = Firm.read(credentials.firm(), stored, clock.instant());
        return firm == null
                ? null
                : new Found(
                        firm,
                        AddressItem.read(credentials.firm(), stored.get(address)),
                        AccountItem.read(stored.get(account)),
                        AuthenticatorItem.read(stored.get(authenticator)),
                        SessionEpoch.of(stored.get(epoch)),
                        KnownDevices.read(devices, stored.get(devices)),
                        stored);
    }
}
