package dev.latchkey.access;

import dev.latchkey.contact.ContactId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a firm's contacts, in the order of their ids.
 *
 * @param next after which contact the next part begins; {@code null} where there is none
 */
public record AccessPage(
        List<ContactAccess> contacts, @Nullable ContactId next) {}
