package dev.latchkey.access;

import dev.latchkey.account.Account;
import dev.latchkey.account.Invitation;
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
 * @param authenticator its account's, where it has one
 * @param epoch under which its sessions stand
 * @param invitation one that is still good
 * @param tries what is counted of wrong passwords and codes
 * @param lockedUntil when the last lock ends that is on now
 */
public record AddressAccess(
        Email email,
        Address address,
        @Nullable Account account,
        @Nullable Authenticator authenticator,
        long epoch,
        @Nullable Invitation invitation,
        AttemptCounters tries,
        @Nullable Instant lockedUntil) {

    Principal principal(FirmId firm) {
        return Principal.of(firm, email);
    }

    AddressAccess invited(Invitation now) {
        return new AddressAccess(email, address, account, authenticator, epoch, now, tries, lockedUntil);
    }

    AddressAccess deactivated(@Nullable Instant since) {
        Address changed =
                new Address(address.firm(), address.email(), address.use(), address.undeliverableSince(), since);
        return new AddressAccess(email, changed, account, authenticator, epoch, invitation, tries, lockedUntil);
    }

    AddressAccess unlocked() {
        return new AddressAccess(email, address, account, authenticator, epoch, invitation, tries, null);
    }
}
