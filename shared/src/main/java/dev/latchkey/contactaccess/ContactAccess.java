package dev.latchkey.contactaccess;

import dev.latchkey.account.Account;
import dev.latchkey.accountlink.Invitation;
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
 * The access of a contact, as staff see it.
 *
 * @param addresses its addresses in the directory's order
 * @param mismatch a former address of the contact that had an account when it was removed
 * @param lastLink the request link that was mailed last
 */
public record ContactAccess(
        Firm firm,
        Contact contact,
        List<AddressAccess> addresses,
        @Nullable AddressAccess mismatch,
        @Nullable LastLink lastLink) {

    private static final int MOST_SHARED = Address.MOST_LISTED - 1;

    /**
     * The first former address that had an account when it was removed from the contact. An account that was created
     * there later does not belong to the contact.
     *
     * @param access gives the access at a former address
     */
    static @Nullable public AddressAccess mismatch(Contact contact, Function<Email, AddressAccess> access) {
        for (FormerAddress gone : contact.former()) {
            AddressAccess left = access.apply(gone.email());
            Account account = left.account();
            if (account != null && !account.createdAt().isAfter(gone.leftAt())) {
                return left;
            }
        }
        return null;
    }

    /** The status of the main address. */
    public AccessStatus status() {
        AddressAccess main = main();
        return main == null ? AccessStatus.NO_ACCOUNT : status(main);
    }

    public AccessStatus status(AddressAccess access) {
        boolean left = mismatch != null && mismatch.email().sameAs(access.email());
        return left ? AccessStatus.EMAIL_MISMATCH : AccessStatus.of(firm.accessMode(), access);
    }

    /**
     * The main address: the first with an account; else the first invited one; else the mismatch; else the first.
     * {@code null} if there is none.
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

    /** Other contacts in use that have the address, at most twenty. */
    public List<ContactSummary> sharedWith(AddressAccess access) {
        return access.address().contacts().stream()
                .filter(other -> !other.contact().equals(contact.id()))
                .limit(MOST_SHARED)
                .toList();
    }

    /** How many other contacts in use have the address. */
    public long sharedWithCount(AddressAccess access) {
        boolean own = contact.isLive() && contact.address(access.email()).isPresent();
        return Math.max(0, access.address().contactCount() - (own ? 1 : 0));
    }

    /** The same with an invitation for one of its addresses. */
    public ContactAccess with(AddressAccess invited, Invitation invitation) {
        return with(invited.invited(invitation));
    }

    /** The same with one of its addresses unlocked. */
    public ContactAccess unlocked(AddressAccess locked) {
        return with(locked.unlocked());
    }

    /** The same with one of its addresses deactivated since then; {@code null} means reactivated. */
    public ContactAccess deactivated(AddressAccess chosen, @Nullable Instant since) {
        return with(chosen.deactivated(since));
    }

    private ContactAccess with(AddressAccess changed) {
        List<AddressAccess> next = addresses.stream()
                .map(access -> access.email().sameAs(changed.email()) ? changed : access)
                .toList();
        return new ContactAccess(firm, contact, next, mismatch, lastLink);
    }
}
