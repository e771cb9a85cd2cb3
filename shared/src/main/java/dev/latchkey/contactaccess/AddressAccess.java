package dev.latchkey.contactaccess;

import dev.latchkey.account.Account;
import dev.latchkey.accountlink.Invitation;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.firm.FirmId;
import dev.latchkey.totp.Authenticator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one address of a contact.
 *
 * @param authenticator the account's authenticator, if enrolled
 * @param epoch the epoch that active sessions must have
 * @param invitation the invitation, if it is valid
 * @param attempts the counts of wrong passwords and codes
 * @param lockedUntil when the last active lock ends
 */
public record AddressAccess(
        Email email,
        Address address,
        @Nullable Account account,
        @Nullable Authenticator authenticator,
        long epoch,
        @Nullable Invitation invitation,
        AttemptCounters attempts,
        @Nullable Instant lockedUntil) {

    public Principal principal(FirmId firm) {
        return Principal.of(firm, email);
    }

    AddressAccess invited(Invitation now) {
        return new AddressAccess(email, address, account, authenticator, epoch, now, attempts, lockedUntil);
    }

    AddressAccess deactivated(@Nullable Instant since) {
        Address changed =
                new Address(address.firm(), address.email(), address.use(), address.undeliverableSince(), since);
        return new AddressAccess(email, changed, account, authenticator, epoch, invitation, attempts, lockedUntil);
    }

    AddressAccess unlocked() {
        return new AddressAccess(email, address, account, authenticator, epoch, invitation, attempts, null);
    }
}
