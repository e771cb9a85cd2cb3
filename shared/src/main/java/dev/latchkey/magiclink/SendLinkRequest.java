package dev.latchkey.magiclink;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.session.RequestId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * A staff member's wish to send a link to a contact of their own firm.
 *
 * @param email one of the contact's addresses; the first where it is not said
 * @param idempotency where the caller named the request, so that a repeat sends nothing
 */
public record SendLinkRequest(
        StaffMember sender,
        ContactId contact,
        RequestId request,
        @Nullable Email email,
        @Nullable Idempotency idempotency,
        RequestSource requestSource) {}
