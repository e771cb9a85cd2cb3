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
        long revision)
        implements Recipient {

    /** Only a contact in use can be written to and can get in. */
    public enum State {
        LIVE,
        ARCHIVED,
        DELETED
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

    /** The same, with another generation of one address: what was mailed to that before is dead. */
    public Contact withGeneration(Email email, String generation) {
        List<ContactAddress> next = addresses.stream()
                .map(address ->
                        address.email().sameAs(email) ? new ContactAddress(address.email(), generation) : address)
                .toList();
        return new Contact(firm, id, version, subject, state, profile, next, former, revision + 1);
    }

    /** This address's standing here. */
    public Standing standing(ContactAddress address) {
        return new Standing(id, address.generation(), subject);
    }

    @Override
    public Standings standings() {
        return isLive() ? new Standings(addresses.stream().map(this::standing).toList()) : Standings.none();
    }

    @Override
    public List<Listed> contacts() {
        return addresses.stream().limit(1).map(this::listedAt).toList();
    }

    /** As it is listed with those who come in by this address. */
    public Listed listedAt(ContactAddress address) {
        return new Listed(standing(address), type(), name());
    }
}
