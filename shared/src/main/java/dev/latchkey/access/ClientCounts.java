package dev.latchkey.access;

/**
 * How many clients a firm has, and what of a second factor and of mail. As the index shows them, which may be a moment old.
 *
 * @param contacts those in use, not archived or deleted ones
 * @param accounts those that somebody could sign in to: the address stands on a contact in use and is not deactivated. An
 *     address on several contacts is one account
 * @param enrolled the accounts among them with an authenticator
 * @param undeliverable addresses on contacts in use whose mail comes back, with an account or without, each once
 */
public record ClientCounts(long contacts, long accounts, long enrolled, long undeliverable) {}
