package dev.latchkey.access;

import dev.latchkey.account.Account;
import dev.latchkey.account.Invitation;
import dev.latchkey.contact.Address;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactSummary;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.FormerAddress;
import dev.latchkey.firm.Firm;
import dev.latchkey.magiclink.LastLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of a contact.
 *
 * @param addresses its addresses in the directory's order
 * @param mismatch an address that left the contact and had an account when it did
 * @param lastLink the request link that was mailed last
 */
public record ContactAccess(
        Firm firm,
        Contact contact,
        List<AddressAccess> addresses,
        @Nullable AddressAccess mismatch,
        @Nullable LastLink lastLink) {

    private static final int MOST_TOLD = Address.MOST_LISTED - 1;

    /**
     * The first address that left the contact and had an account when it did. What was made there later is nothing to the
     * contact.
     *
     * @param access what is told of such an address
     */
    static @Nullable AddressAccess mismatch(Contact contact, Function<Email, AddressAccess> access) {
        for (FormerAddress gone : contact.former()) {
            AddressAccess left = access.apply(gone.email());
            Account account = left.account();
            if (account != null && !account.createdAt().isAfter(gone.leftAt())) {
                return left;
            }
        }
        return null;
    }

    /** That of the address that stands for the contact. */
    public AccessStatus status() {
        AddressAccess main = main();
        return main == null ? AccessStatus.NO_ACCOUNT : status(main);
    }

    public AccessStatus status(AddressAccess access) {
        boolean left = mismatch != null && mismatch.email().sameAs(access.email());
        return left ? AccessStatus.EMAIL_MISMATCH : AccessStatus.of(firm.accessMode(), access);
    }

    /**
     * The address that stands for the contact: the first with an account, or that is invited; then one that left with an
     * account; then the first. {@code null} for none at all.
     */
    public @Nullable AddressAccess main() {
        Optional<AddressAccess> account =
                addresses.stream().filter(access -> access.account() != null).findFirst();
        Optional<AddressAccess> invited =
                addresses.stream().filter(access -> access.invitation() != null).findFirst();
        return account.or(() -> invited)
                .or(() -> Optional.ofNullable(mismatch))
                .or(() -> addresses.stream().findFirst())
                .orElse(null);
    }

    /** Other contacts in use that have the address, twenty at most. */
    public List<ContactSummary> sharedWith(AddressAccess access) {
        return access.address().contacts().stream()
                .filter(other -> !other.contact().equals(contact.id()))
                .limit(MOST_TOLD)
                .toList();
    }

    /** How many there are. */
    public long sharedWithCount(AddressAccess access) {
        boolean own = contact.isLive() && contact.address(access.email()).isPresent();
        return Math.max(0, access.address().contactCount() - (own ? 1 : 0));
    }

    /** The same with an invitation of one of its addresses. */
    ContactAccess with(AddressAccess invited, Invitation invitation) {
        return with(invited.invited(invitation));
    }

    /** The same without a lock of one of its addresses. */
    ContactAccess unlocked(AddressAccess locked) {
        return with(locked.unlocked());
    }

    /** The same where staff keep the owner of one of its addresses out since then, or {@code null} for not any more. */
    ContactAccess deactivated(AddressAccess chosen, @Nullable Instant since) {
        return with(chosen.deactivated(since));
    }

    private ContactAccess with(AddressAccess changed) {
        List<AddressAccess> next = addresses.stream()
                .map(access -> access.email().sameAs(changed.email()) ? changed : access)
                .toList();
        return new ContactAccess(firm, contact, next, mismatch, lastLink);
    }
}
