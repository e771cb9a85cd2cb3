package dev.latchkey.invitation;

import dev.latchkey.contact.ContactId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one bulk invitation.
 *
 * @param invited how many contacts the request invited
 * @param skipped the other contacts, in the order of the request
 * @param next the contact after which the next request begins; {@code null} at the end
 */
public record BulkInviteProgress(
        int invited, List<Skipped> skipped, @Nullable ContactId next) {

    /** A contact that was not invited, and why. */
    public record Skipped(ContactId contact, Reason reason) {}

    /** Why a contact was not invited. */
    public enum Reason {
        NOT_FOUND,
        NO_ADDRESS,
        /** The contact has several addresses and no account: staff must choose one. */
        EMAIL_REQUIRED,
        ACCOUNT_EXISTS,
        /** An earlier invitation of the address is still valid. */
        ALREADY_INVITED,
        ADDRESS_UNDELIVERABLE,
        /** The firm turned login off in the meantime. */
        LOGIN_OFF,
        /** The hourly limit of the contact or of the firm is reached. */
        TOO_MANY_REQUESTS
    }
}
