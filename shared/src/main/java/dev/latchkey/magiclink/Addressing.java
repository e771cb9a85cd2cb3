package dev.latchkey.magiclink;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Standing;

/**
 * Where a link was mailed to.
 *
 * @param email the spelling that the mail was sent to
 * @param standing under what: once that holds no more the link is dead
 */
record Addressing(Email email, Standing standing) {}
