package dev.latchkey.magiclink;

import dev.latchkey.contact.AddressBinding;
import dev.latchkey.contact.Email;

/**
 * Where a link was mailed to.
 *
 * @param email the address as it was spelled
 * @param binding the binding of the address then; the link is valid only while it holds
 */
record DeliveryAddress(Email email, AddressBinding binding) {}
