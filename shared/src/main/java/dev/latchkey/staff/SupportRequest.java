package dev.latchkey.staff;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import org.jspecify.annotations.Nullable;

/**
 * What a staff member wants done about one address of a contact.
 *
 * @param email which of its addresses; may be left out where there is one only
 * @param reason in the member's words, for the trail
 * @param idempotency where the caller named the request
 */
public record SupportRequest(
        StaffMember sender,
        ContactId contact,
        @Nullable Email email,
        @Nullable String reason,
        @Nullable Idempotency idempotency,
        RequestSource requestSource) {

    /** The same without its name. */
    public SupportRequest unnamed() {
        return new SupportRequest(sender, contact, email, reason, null, requestSource);
    }
}
