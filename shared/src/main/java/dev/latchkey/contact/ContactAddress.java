package dev.latchkey.contact;

import java.time.Instant;

/**
 * An address as it stands on a contact.
 *
 * @param generation a random id of this standing. Taking the address off, archiving or deleting the contact ends it;
 *     whatever was mailed under it is dead for good, also when the same address comes back under a new one.
 * @param since when it came on the contact
 */
public record ContactAddress(Email email, String generation, Instant since) {}
