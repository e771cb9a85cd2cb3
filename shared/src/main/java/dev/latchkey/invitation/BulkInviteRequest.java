package dev.latchkey.invitation;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ContactId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request of staff to invite many contacts.
 *
 * @param idempotency {@code null} if the request has no idempotency key
 */
public record BulkInviteRequest(
        StaffMember sender, Wanted wanted, @Nullable Idempotency idempotency, RequestSource requestSource) {

    /** The most contacts that one request invites. */
    public static final int MOST = 100;

    /** Which contacts to invite. */
    public sealed interface Wanted {

        /** These contacts, each once. */
        record Named(List<ContactId> contacts) implements Wanted {}

        /**
         * All contacts without account and invitation, 100 per request.
         *
         * @param after the last contact of the previous request; {@code null} to start at the beginning
         */
        record WithoutAccount(@Nullable ContactId after) implements Wanted {}
    }
}
