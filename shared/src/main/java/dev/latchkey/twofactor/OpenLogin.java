package dev.latchkey.twofactor;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.Origin;
import dev.latchkey.authenticator.Authenticator;
import dev.latchkey.authenticator.AuthenticatorItem;
import dev.latchkey.authenticator.PendingEnrolment;
import dev.latchkey.contact.Holder;
import dev.latchkey.contact.Recipient;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Snapshot;
import dev.latchkey.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * A half-finished login that stands, with all that judges it.
 *
 * @param stored what one read found
 */
record OpenLogin(
        ChallengeToken token,
        Challenge challenge,
        Firm firm,
        Recipient recipient,
        Account account,
        @Nullable Authenticator authenticator,
        @Nullable PendingEnrolment pending,
        Snapshot stored) {

    FirmId firmId() {
        return firm.id();
    }

    Holder holder() {
        return token.holder().address();
    }

    Key accountKey() {
        return AccountItem.key(firmId(), holder());
    }

    Key authenticatorKey() {
        return AuthenticatorItem.key(firmId(), holder());
    }

    /** Fails a transaction where all sessions and logins of the account were ended since. */
    Write checkEpoch() {
        return SessionEpoch.check(firmId(), holder(), challenge.bond());
    }

    /** The device gets in that this request named, or else that which began the login. */
    Arrival arrival(Origin origin) {
        Key devices = KnownDevices.key(firmId(), holder());
        String named = KnownDevices.tag(holder(), origin.device());
        return new Arrival(KnownDevices.read(devices, stored.get(devices)), named == null ? challenge.device() : named);
    }

    /** Whoever comes by a link to one request is who it was mailed to, and not whose account it is. */
    AccountEvents.About about() {
        return new AccountEvents.About(
                firmId(), holder(), recipient.subject(), Concerned.of(token.holder(), recipient));
    }
}
