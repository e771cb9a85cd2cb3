package dev.latchkey.access;

import dev.latchkey.account.Invitation;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.Listed;
import dev.latchkey.firm.Firm;
import dev.latchkey.magiclink.LastLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of a contact.
 *
 * @param addresses its addresses in the directory's order
 * @param lastLink the request link that was mailed last
 */
public record ContactAccess(
        Firm firm,
        Contact contact,
        List<AddressAccess> addresses,
        @Nullable LastLink lastLink) {

    public AccessStatus status(AddressAccess access) {
        return AccessStatus.of(firm.accessMode(), access);
    }

    /** The address that stands for the contact: the first with an account, or else the first; {@code null} for none. */
    public @Nullable AddressAccess main() {
        return addresses.stream()
                .filter(access -> access.account() != null)
                .findFirst()
                .orElse(addresses.isEmpty() ? null : addresses.getFirst());
    }

    /** The other contacts in use that have the address. */
    public List<Listed> sharedWith(AddressAccess access) {
        return access.address().contacts().stream()
                .filter(other -> !other.standing().contact().equals(contact.id()))
                .toList();
    }

    /** The same with an invitation of one of its addresses. */
    ContactAccess with(AddressAccess invited, Invitation invitation) {
        return with(invited.invited(invitation));
    }

    /** The same without a lock of one of its addresses. */
    ContactAccess unlocked(AddressAccess locked) {
        return with(locked.unlocked());
    }

    private ContactAccess with(AddressAccess changed) {
        List<AddressAccess> next = addresses.stream()
                .map(access -> access.email().sameAs(changed.email()) ? changed : access)
                .toList();
        return new ContactAccess(firm, contact, next, lastLink);
    }
}
