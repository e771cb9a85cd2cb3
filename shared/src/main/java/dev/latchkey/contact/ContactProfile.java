package dev.latchkey.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the practice application calls a contact.
 *
 * @param faults what could not be read in its latest version, in the order of the event; {@code null} where the contact was
 *     read from the roll, which doesn't tell
 */
public record ContactProfile(
        ContactType type, String name, @Nullable List<DirectoryFault> faults) {}
