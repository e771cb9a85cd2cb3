package dev.latchkey.magiclink;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Email;

/**
 * Where a link was mailed to.
 *
 * @param email the spelling that the mail was sent to
 * @param binding under what: once that holds no more the link is dead
 */
record DeliveryAddress(Email email, AddressBinding binding) {}
