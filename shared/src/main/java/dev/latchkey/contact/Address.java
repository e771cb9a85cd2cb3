package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address within a firm, with every contact in use that has it.
 *
 * @param email the spelling that the directory told last; {@code null} where it never told of the address
 * @param undeliverableSince since when mail to it bounces or is complained of; none is sent until staff clear it
 * @param deactivatedAt since when staff keep out whoever has the address; no mail is sent then either
 */
public record Address(
        FirmId firm,
        @Nullable Email email,
        List<Listed> contacts,
        @Nullable Instant undeliverableSince,
        @Nullable Instant deactivatedAt)
        implements Recipient {

    @Override
    public Standings standings() {
        return isDeactivated()
                ? Standings.none()
                : new Standings(contacts.stream().map(Listed::standing).toList());
    }

    /** Where mail may go; {@code null} for an address that is nobody's or takes no mail. */
    public @Nullable Email deliverable() {
        return standings().isEmpty() || isUndeliverable() ? null : email;
    }

    public boolean isDeactivated() {
        return deactivatedAt != null;
    }

    public boolean isUndeliverable() {
        return undeliverableSince != null;
    }
}
