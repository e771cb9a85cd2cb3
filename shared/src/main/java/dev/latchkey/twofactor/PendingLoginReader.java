package dev.latchkey.twofactor;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountItem;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.Recipient;
import dev.latchkey.crypto.NotBefore;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Table;
import dev.latchkey.throttling.AttemptBudget;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.PendingEnrolment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a pending login and everything that it is judged by, in one consistent read. */
final class PendingLoginReader {

    private final Table table;
    private final NotBefore notBefore;

    PendingLoginReader(Table table, NotBefore notBefore) {
        this.table = table;
        this.notBefore = notBefore;
    }

    /**
     * {@code null}, for whatever reason, if the login can't be completed any more.
     *
     * @param budget whose count is read in the same call
     */
    @Nullable
    PendingLogin find(ChallengeToken token, AttemptBudget budget, Instant now) {
        FirmId firmId = token.firm();
        Principal principal = token.principal();
        Key account = AccountItem.key(firmId, principal);
        Key authenticator = AuthenticatorItem.key(firmId, principal);
        Key pending = PendingEnrolment.key(firmId, principal);
        Key epoch = SessionEpoch.key(firmId, principal);
        List<Key> keys = new ArrayList<>(
                List.of(token.key(), Firm.key(firmId), account, authenticator, pending, epoch, budget.key()));
        keys.add(KnownDevices.key(firmId, principal));
        keys.addAll(Recipient.keys(firmId, principal));
        ItemBatch stored = table.read(keys);
        Challenge challenge = Challenge.read(token, stored.get(token.key()));
        Firm firm = Firm.read(firmId, stored, now);
        Account owner = AccountItem.read(stored.get(account));
        Recipient at = Recipient.read(firmId, principal, stored);
        if (challenge == null || notBefore.revokes(challenge.createdAt()) || firm == null || owner == null) {
            return null;
        }
        Authenticator app = AuthenticatorItem.read(stored.get(authenticator));
        return challenge.isActive(firm, at, SessionEpoch.of(stored.get(epoch)), now)
                ? new PendingLogin(
                        token,
                        challenge,
                        firm,
                        at,
                        owner,
                        app == null ? null : app.since(notBefore),
                        PendingEnrolment.read(stored.get(pending)),
                        stored)
                : null;
    }
}
