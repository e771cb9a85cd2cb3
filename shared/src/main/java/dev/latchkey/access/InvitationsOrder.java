package dev.latchkey.access;

import dev.latchkey.audit.RequestSource;
import dev.latchkey.contact.ContactId;
import dev.latchkey.staff.Idempotency;
import dev.latchkey.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contacts that staff want invited, all in one request.
 *
 * @param idempotency where the caller named the request
 */
public record InvitationsOrder(
        StaffMember sender, Wanted wanted, @Nullable Idempotency idempotency, RequestSource requestSource) {

    /** How many are invited in one request at most. */
    public static final int MOST = 100;

    /** Whom they want invited. */
    public sealed interface Wanted {

        /** These, each once. */
        record Named(List<ContactId> contacts) implements Wanted {}

        /**
         * All who have no account and no invitation, a hundred in a request.
         *
         * @param after the last contact of the request before; {@code null} for the beginning
         */
        record WithoutAccount(@Nullable ContactId after) implements Wanted {}
    }
}
