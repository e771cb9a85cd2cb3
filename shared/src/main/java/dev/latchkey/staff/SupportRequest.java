package dev.latchkey.staff;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import org.jspecify.annotations.Nullable;

/**
 * A request of a staff member about one address of a contact.
 *
 * @param email the address; may be {@code null} if the contact has only one
 * @param reason the member's reason, for the audit trail
 * @param idempotency {@code null} if the request has no idempotency key
 */
public record SupportRequest(
        StaffMember sender,
        ContactId contact,
        @Nullable Email email,
        @Nullable String reason,
        @Nullable Idempotency idempotency,
        RequestSource requestSource) {}
