package dev.latchkey.access;

import dev.latchkey.account.Account;
import dev.latchkey.account.Invitation;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Email;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one address of a contact.
 *
 * @param invitation one that is still good
 * @param lockedUntil when the lock ends that is on now
 */
public record AddressAccess(
        Email email,
        Address address,
        @Nullable Account account,
        @Nullable Invitation invitation,
        @Nullable Instant lockedUntil) {

    AddressAccess invited(Invitation now) {
        return new AddressAccess(email, address, account, now, lockedUntil);
    }
}
