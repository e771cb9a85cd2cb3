package dev.latchkey.account;

import dev.latchkey.attempts.AttemptBudget;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.AddressItem;
import dev.latchkey.contact.Holder;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.LiveSession;
import dev.latchkey.session.Session;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what judges a client who is in, in one consistent read; their session among it, which may have ended since. */
public final class Insiders {

    private final Table table;
    private final Clock clock;

    public Insiders(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** {@code null} where the session has ended. */
    public @Nullable Insider find(LiveSession caller, Origin origin) {
        Session session = caller.session();
        Holder address = session.id().holder().address();
        return find(caller, PasswordTries.of(session.firm(), address, session.device(), origin.sourceIp()));
    }

    /** The same who was found before, as they are now. */
    public @Nullable Insider again(Insider who) {
        return find(who.caller(), who.passwordTries());
    }

    private @Nullable Insider find(LiveSession caller, PasswordTries tries) {
        Session session = caller.session();
        FirmId firm = session.firm();
        Key firmKey = Firm.key(firm);
        Holder holder = session.id().holder();
        Key sessionKey = session.id().key(firm);
        Key epoch = SessionEpoch.key(firm, holder);
        Key address = AddressItem.key(firm, holder);
        Key account = AccountItem.key(firm, holder);
        Key authenticator = AuthenticatorItem.key(firm, holder);
        Key pending = PendingEnrolment.key(firm, holder);
        List<Key> keys = new ArrayList<>(List.of(
                sessionKey,
                firmKey,
                epoch,
                address,
                account,
                authenticator,
                pending,
                KnownDevices.key(firm, holder),
                AttemptBudget.of(AttemptBudget.Authenticator.TOTP, firm, holder).key(),
                AttemptBudget.of(AttemptBudget.Authenticator.RECOVERY, firm, holder)
                        .key()));
        tries.budgets().forEach(budget -> keys.add(budget.key()));
        Snapshot stored = table.read(keys);
        Account found = AccountItem.read(stored.get(account));
        Address at = AddressItem.read(firm, stored.get(address));
        Authenticator app = AuthenticatorItem.read(stored.get(authenticator));
        Instant now = clock.instant();
        Firm current = Firm.read(firm, stored, now);
        if (current == null || found == null || stored.get(sessionKey) == null) {
            return null;
        }
        return caller.again(current, at, app, SessionEpoch.of(stored.get(epoch)), now)
                .map(live ->
                        new Insider(live, at, found, app, PendingEnrolment.read(stored.get(pending)), tries, stored))
                .orElse(null);
    }
}
