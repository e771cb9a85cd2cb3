package dev.latchkey.magiclink;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.session.RequestId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * A staff member asks to send a link to a contact of their firm.
 *
 * @param email one of the contact's addresses; {@code null} for the first
 * @param idempotency the idempotency key, so that a repeat sends nothing; {@code null} for none
 */
public record SendLinkRequest(
        StaffMember sender,
        ContactId contact,
        RequestId request,
        @Nullable Email email,
        @Nullable Idempotency idempotency,
        RequestSource requestSource) {}
