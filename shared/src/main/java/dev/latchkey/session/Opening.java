package dev.latchkey.session;

import dev.latchkey.audit.Origin;
import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactAddress;
import java.time.Instant;
import java.util.List;

/**
 * What a way in has proven, for a session to be opened on it.
 *
 * @param amr what was proven, in order
 * @param endsAt the absolute end of the session
 * @param familySecret the secret of its refresh tokens: 256 bits that only the client can have again
 */
public record Opening(
        Contact contact,
        ContactAddress address,
        Scope scope,
        List<String> amr,
        String acr,
        Instant endsAt,
        String familySecret,
        Origin origin) {}
