package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client record of a firm.
 *
 * @param version orders the events of the practice application
 * @param subject a random id that stays with the contact whatever its addresses are; the {@code sub} of its link
 *     sessions
 * @param state whether it is in use, archived or deleted
 * @param profile its name and type in the practice application
 * @param addresses in the practice application's order; mail goes to the first
 * @param former some of the removed addresses, the latest first
 * @param revision counts our own writes, since the practice application counts versions
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

    /** Only a contact in use gets mail and can sign in. */
    public enum State {
        LIVE,
        ARCHIVED,
        DELETED,
        /** Deleted; its data is being erased. */
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

    /** The address to use: the one asked for, if the contact has it, or else the first. */
    public Optional<ContactAddress> address(@Nullable Email asked) {
        return addresses.stream()
                .filter(address -> asked == null || address.email().sameAs(asked))
                .findFirst();
    }

    /** The binding of a request link for one of its addresses. */
    public AddressBinding binding(ContactAddress address) {
        return new AddressBinding(null, address.generation(), subject);
    }

    /** How it is listed with an address that it has. */
    public ContactSummary summary() {
        return new ContactSummary(id, subject, type(), name());
    }
}
