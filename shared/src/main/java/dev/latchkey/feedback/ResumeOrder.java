package dev.latchkey.feedback;

import dev.latchkey.audit.Origin;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * A staff member's wish that mail go to an address again.
 *
 * @param email one of the contact's addresses; may be left out where there is one only
 * @param reason in the member's words, for the trail
 * @param idempotency where the caller named the request
 */
public record ResumeOrder(
        StaffMember sender,
        ContactId contact,
        @Nullable Email email,
        @Nullable String reason,
        @Nullable Idempotency idempotency,
        Origin origin) {}
