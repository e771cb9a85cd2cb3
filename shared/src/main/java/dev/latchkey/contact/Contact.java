package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client record of a firm.
 *
 * @param version orders what the practice application says of it
 * @param subject a random id that stays with the contact whatever its addresses are; {@code sub} of its link sessions
 * @param state whether it is in use, put aside or gone
 * @param profile what the practice application calls it
 * @param addresses in the practice application's order, the first being the one to write to
 * @param former some that left it, the latest first
 * @param revision counts the writes that are ours: versions are the practice application's
 */
public record Contact(
        FirmId firm,
        ContactId id,
        long version,
        String subject,
        State state,
        ContactProfile profile,
        List<ContactAddress> addresses,
        List<FormerAddress> former,
        long revision) {

    /** Only a contact in use can be written to and can get in. */
    public enum State {
        LIVE,
        ARCHIVED,
        DELETED,
        /** Gone, and what it left is being erased. */
        ERASING
    }

    public ContactType type() {
        return profile.type();
    }

    public String name() {
        return profile.name();
    }

    public boolean isLive() {
        return state == State.LIVE;
    }

    /** The address to use: the one asked for, which must stand on the contact, or else the first. */
    public Optional<ContactAddress> address(@Nullable Email asked) {
        return addresses.stream()
                .filter(address -> asked == null || address.email().sameAs(asked))
                .findFirst();
    }

    /** Under what a link to one request is made for one of its addresses. */
    public AddressBinding binding(ContactAddress address) {
        return new AddressBinding(null, address.generation(), subject);
    }

    /** As it is listed with an address that it has. */
    public ContactSummary summary() {
        return new ContactSummary(id, subject, type(), name());
    }
}
