package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address within a firm, with the contacts in use that have it.
 *
 * @param email the spelling that the directory told last; {@code null} where it never told of the address
 * @param use {@code null} where no contact in use has it
 * @param undeliverableSince since when mail to it bounces or is complained of; none is sent until staff clear it
 * @param deactivatedAt since when staff keep out whoever has the address; no mail is sent then either
 */
public record Address(
        FirmId firm,
        @Nullable Email email,
        @Nullable Use use,
        @Nullable Instant undeliverableSince,
        @Nullable Instant deactivatedAt)
        implements Recipient {

    /** So many contacts stand in the address's own item; further ones have a row each. One more than staff are told. */
    public static final int MOST_LISTED = 21;

    /**
     * What contacts in use make of an address.
     *
     * @param generation a random id: what was mailed under an earlier one is dead
     * @param subject the {@code sub} of its sessions: that of the contact that had the address first, of those that have it
     * @param count how many contacts have it
     * @param listed these, {@link #MOST_LISTED} at most
     */
    public record Use(String generation, String subject, long count, List<ContactSummary> listed) {}

    @Override
    public Address address() {
        return this;
    }

    @Override
    public @Nullable AddressBinding binding() {
        return use == null || isDeactivated() ? null : new AddressBinding(use.generation(), null, use.subject());
    }

    @Override
    public List<ContactSummary> contacts() {
        return use == null ? List.of() : use.listed();
    }

    @Override
    public long contactCount() {
        return use == null ? 0 : use.count();
    }

    @Override
    public List<Write> checkStands() {
        return List.of(AddressItem.checkStands(this));
    }

    @Override
    public List<Write> checkTakesMail() {
        return List.of(AddressItem.checkTakesMail(this));
    }

    /** Where mail may go; {@code null} for an address that is nobody's or takes no mail. */
    public @Nullable Email deliverable() {
        return binding() == null || isUndeliverable() ? null : email;
    }

    public boolean isDeactivated() {
        return deactivatedAt != null;
    }

    public boolean isUndeliverable() {
        return undeliverableSince != null;
    }
}
