package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import java.util.List;

/**
 * What the practice application says of a contact: that it is so, or that it is gone. The version orders its sayings.
 */
public sealed interface ContactFacts {

    FirmId firm();

    ContactId id();

    long version();

    record Upserted(
            FirmId firm,
            ContactId id,
            long version,
            ContactType type,
            String name,
            List<Email> emails,
            boolean archived)
            implements ContactFacts {}

    record Deleted(FirmId firm, ContactId id, long version) implements ContactFacts {}
}
