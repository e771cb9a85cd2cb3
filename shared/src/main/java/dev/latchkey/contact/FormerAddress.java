package dev.latchkey.contact;

import java.time.Instant;

/**
 * An address that stood on a contact and does not any more. Whoever made an account there before can't be shown by the
 * contact's addresses; staff are told of it by this.
 */
public record FormerAddress(Email email, Instant leftAt) {}
