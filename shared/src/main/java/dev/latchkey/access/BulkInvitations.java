package dev.latchkey.access;

import dev.latchkey.contact.ContactId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the contacts of one request.
 *
 * @param invited how many were invited by it
 * @param skipped those that were not, in the order of the request
 * @param next after which contact the next request begins; {@code null} where there is nobody more
 */
public record BulkInvitations(
        int invited, List<Skipped> skipped, @Nullable ContactId next) {

    /** A contact that was not invited. */
    public record Skipped(ContactId contact, Reason reason) {}

    /** Why it was not. */
    public enum Reason {
        NOT_FOUND,
        NO_ADDRESS,
        /** It has several addresses, none of them with an account: staff must say which. */
        EMAIL_REQUIRED,
        ACCOUNT_EXISTS,
        /** An earlier invitation of the address is still good. */
        ALREADY_INVITED,
        ADDRESS_UNDELIVERABLE,
        /** The firm turned login off meanwhile. */
        LOGIN_OFF,
        /** So many were invited this hour, of the contact or in the firm. */
        TOO_MANY_REQUESTS
    }
}
