package dev.latchkey.magiclink;

import dev.latchkey.contact.Email;
import dev.latchkey.contact.Standings;

/**
 * Where a link was mailed to.
 *
 * @param email the spelling that the mail was sent to
 * @param standings those of the address at that time; when none of them stands any more the link is dead
 */
record Addressing(Email email, Standings standings) {}
