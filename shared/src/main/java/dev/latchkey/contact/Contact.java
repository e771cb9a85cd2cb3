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
 * @param standing whether it is in use, put aside or gone
 * @param addresses in the practice application's order, the first being the one to write to
 */
public record Contact(
        FirmId firm,
        ContactId id,
        long version,
        String subject,
        Standing standing,
        ContactType type,
        String name,
        List<ContactAddress> addresses) {

    /** Only a contact in use can be written to and can get in. */
    public enum Standing {
        LIVE,
        ARCHIVED,
        DELETED
    }

    public boolean isLive() {
        return standing == Standing.LIVE;
    }

    /** The address to use: the one asked for, which must stand on the contact, or else the first. */
    public Optional<ContactAddress> address(@Nullable Email asked) {
        return addresses.stream()
                .filter(address -> asked == null || address.email().sameAs(asked))
                .findFirst();
    }

    /** Whether what was mailed under this generation may still be used. */
    public boolean honours(String generation) {
        return isLive()
                && addresses.stream().anyMatch(address -> address.generation().equals(generation));
    }
}
