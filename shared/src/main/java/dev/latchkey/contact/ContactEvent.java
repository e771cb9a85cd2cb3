package dev.latchkey.contact;

import dev.latchkey.firm.FirmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of the practice application about a contact: its present state, or its deletion. The version orders them.
 */
public sealed interface ContactEvent {

    FirmId firm();

    ContactId id();

    long version();

    /**
     * The present state of a contact.
     *
     * @param type {@code null} if it can't be read: then the stored one is kept
     * @param name {@code null} likewise
     * @param emails those that can be read; {@code null} if it is no list: then no address is removed
     * @param archived {@code null} if it can't be read: then the stored state is kept
     * @param faults everything that could not be read
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

    /** The deletion of a contact, with the erasure of its data. */
    record Erased(FirmId firm, ContactId id, long version) implements ContactEvent {}
}
