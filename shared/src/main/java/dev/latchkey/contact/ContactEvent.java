package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the practice application says of a contact: that it is so, or that it is gone. The version orders its sayings.
 */
public sealed interface ContactEvent {

    FirmId firm();

    ContactId id();

    long version();

    /**
     * That it is so.
     *
     * @param type {@code null} where it can't be read: then it stays what it was
     * @param name {@code null} likewise
     * @param emails those that can be read; {@code null} where it is no list, which takes no address away
     * @param archived {@code null} where it can't be read: then the contact stays in use or out of it
     * @param faults all that could not be read
     */
    record Upserted(
            FirmId firm,
            ContactId id,
            long version,
            @Nullable ContactType type,
            @Nullable String name,
            @Nullable List<Email> emails,
            @Nullable Boolean archived,
            List<DirectoryFault> faults)
            implements ContactEvent {}

    record Deleted(FirmId firm, ContactId id, long version) implements ContactEvent {}

    /** That it is gone, and that nothing may tell of it any more. */
    record Erased(FirmId firm, ContactId id, long version) implements ContactEvent {}
}
