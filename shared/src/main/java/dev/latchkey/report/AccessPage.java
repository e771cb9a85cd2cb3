package dev.latchkey.report;

import dev.latchkey.contact.ContactId;
import dev.latchkey.contactaccess.ContactAccess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a firm's contacts, in the order of their ids.
 *
 * @param next the contact after which the next page begins; {@code null} on the last page
 */
public record AccessPage(
        List<ContactAccess> contacts, @Nullable ContactId next) {}
