package dev.latchkey.report;

/**
 * How many clients a firm has, how many have a second factor, and how many get no mail. Counted from an eventually
 * consistent index.
 *
 * @param contacts those in use, not archived or deleted ones
 * @param accounts accounts that can be signed in to: the address is on a contact in use and is not deactivated. An
 *     address on several contacts is one account
 * @param enrolled the accounts with an authenticator
 * @param undeliverable undeliverable addresses on contacts in use, with or without an account, each counted once
 */
public record ClientCounts(long contacts, long accounts, long enrolled, long undeliverable) {}
