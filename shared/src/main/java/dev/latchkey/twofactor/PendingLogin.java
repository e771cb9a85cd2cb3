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
 * A login that waits for its second factor, with everything that it is judged by.
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

    /** Fails the transaction if all sessions and logins of the account were ended since. */
    Write checkEpoch() {
        return SessionEpoch.check(firmId(), principal(), challenge.marker());
    }

    /** The device that this request names, or else the one that began the login. */
    Arrival arrival(RequestSource requestSource) {
        Key devices = KnownDevices.key(firmId(), principal());
        String named = KnownDevices.tag(principal(), requestSource.device());
        return new Arrival(KnownDevices.read(devices, stored.get(devices)), named == null ? challenge.device() : named);
    }

    /** Names the person that the request link was mailed to, who need not be the owner of the account. */
    AccountEvents.About about() {
        return new AccountEvents.About(
                firmId(), principal(), recipient.subject(), Concerned.of(token.principal(), recipient));
    }
}
