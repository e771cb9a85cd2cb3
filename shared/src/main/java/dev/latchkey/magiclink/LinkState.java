package dev.latchkey.magiclink;

import dev.latchkey.contact.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a link is worth at an instant. A life ends at its end: the instant itself is too late. */
public enum LinkState {
    OPEN,
    CLAIMED,
    EXPIRED,
    SUPERSEDED;

    static LinkState of(MagicLink link, LinkThread thread, @Nullable Contact contact, Instant now) {
        if (contact == null || !contact.honours(link.generation())) {
            return EXPIRED;
        }
        if (thread.supersedes(link)) {
            return SUPERSEDED;
        }
        MagicLink.Claim claim = link.claim();
        if (claim != null) {
            return now.isBefore(claim.endsAt()) ? CLAIMED : EXPIRED;
        }
        return now.isBefore(link.expiresAt()) ? OPEN : EXPIRED;
    }
}
