package dev.latchkey.access;

import dev.latchkey.audit.Origin;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * A staff member's wish that a contact be invited.
 *
 * @param email which of its addresses; needed only where it has several
 * @param idempotency the caller's own name for the request, where they gave one
 */
public record InviteOrder(
        StaffMember sender,
        ContactId contact,
        @Nullable Email email,
        @Nullable String reason,
        @Nullable Idempotency idempotency,
        Origin origin) {}
