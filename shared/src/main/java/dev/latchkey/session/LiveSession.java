package dev.latchkey.session;

import dev.latchkey.contact.Contact;
import dev.latchkey.firm.Firm;

/** A session that was found to stand, with the firm and the contact that it was judged by. */
public record LiveSession(Session session, Firm firm, Contact contact) {}
