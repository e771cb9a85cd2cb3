package dev.latchkey.twofactor;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountEvents;
import dev.latchkey.account.AccountItem;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.Principal;
import dev.latchkey.contact.Recipient;
import dev.latchkey.device.Arrival;
import dev.latchkey.device.KnownDevices;
import dev.latchkey.firm.Firm;
import dev.latchkey.firm.FirmId;
import dev.latchkey.session.Challenge;
import dev.latchkey.session.ChallengeToken;
import dev.latchkey.session.SessionEpoch;
import dev.latchkey.store.ItemBatch;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import dev.latchkey.totp.Authenticator;
import dev.latchkey.totp.AuthenticatorItem;
import dev.latchkey.totp.PendingEnrolment;
import org.jspecify.annotations.Nullable;

/**
 * A half-finished login that stands, with all that judges it.
 *
 * @param stored what one read found
 */
record PendingLogin(
        ChallengeToken token,
        Challenge challenge,
        Firm firm,
        Recipient recipient,
        Account account,
        @Nullable Authenticator authenticator,
        @Nullable PendingEnrolment pending,
        ItemBatch stored) {

    FirmId firmId() {
        return firm.id();
    }

    Principal principal() {
        return token.principal().address();
    }

    Key accountKey() {
        return AccountItem.key(firmId(), principal());
    }

    Key authenticatorKey() {
        return AuthenticatorItem.key(firmId(), principal());
    }

    /** Fails a transaction where all sessions and logins of the account were ended since. */
    Write checkEpoch() {
        return SessionEpoch.check(firmId(), principal(), challenge.marker());
    }

    /** The device gets in that this request named, or else that which began the login. */
    Arrival arrival(RequestSource requestSource) {
        Key devices = KnownDevices.key(firmId(), principal());
        String named = KnownDevices.tag(principal(), requestSource.device());
        return new Arrival(KnownDevices.read(devices, stored.get(devices)), named == null ? challenge.device() : named);
    }

    /** Whoever comes by a link to one request is who it was mailed to, and not whose account it is. */
    AccountEvents.About about() {
        return new AccountEvents.About(
                firmId(), principal(), recipient.subject(), Concerned.of(token.principal(), recipient));
    }
}
