package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address within a firm, with the contacts in use that have it.
 *
 * @param email in the spelling of the directory's latest event; {@code null} if no event told of the address
 * @param use {@code null} if no contact in use has it
 * @param undeliverableSince since when mail to it bounces or was complained of; no mail is sent until staff clear it
 * @param deactivatedAt since when staff deactivated its account; no mail is sent then either
 */
public record Address(
        FirmId firm,
        @Nullable Email email,
        @Nullable Use use,
        @Nullable Instant undeliverableSince,
        @Nullable Instant deactivatedAt)
        implements Recipient {

    /**
     * How many contacts are listed in the address's own item; each further one has its own row. It is one more than
     * staff are told.
     */
    public static final int MOST_LISTED = 21;

    /**
     * How contacts in use have an address.
     *
     * @param generation a random id; what was mailed under an earlier one is invalid
     * @param subject the {@code sub} of its sessions: of the contacts that have the address, that of the first to have
     *     it
     * @param count how many contacts have it
     * @param listed up to {@link #MOST_LISTED} of them
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

    /** Where mail may go; {@code null} if no contact has the address or it takes no mail. */
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
