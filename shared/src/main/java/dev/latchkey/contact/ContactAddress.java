package dev.latchkey.contact;

import java.time.Instant;

/**
 * An address of a contact.
 *
 * @param generation a random id. It ends when the address is removed or the contact is archived or deleted. What was
 *     mailed under it is then invalid for good, even if the same address comes back under a new id.
 * @param since when it was added to the contact
 */
public record ContactAddress(Email email, String generation, Instant since) {}
