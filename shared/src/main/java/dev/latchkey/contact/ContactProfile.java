package dev.latchkey.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name and type of a contact in the practice application.
 *
 * @param faults what could not be read in its latest version, in the order of the event; {@code null} if the contact
 *     was read from the index, which doesn't have them
 */
public record ContactProfile(
        ContactType type, String name, @Nullable List<DirectoryFault> faults) {}
