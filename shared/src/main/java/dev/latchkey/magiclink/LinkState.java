package dev.latchkey.magiclink;

import dev.latchkey.magiclink.LinkReader.LinkContext;
import java.time.Instant;

/** What a link is worth at an instant. A life ends at its end: the instant itself is too late. */
public enum LinkState {
    OPEN,
    CLAIMED,
    EXPIRED,
    SUPERSEDED;

    /** For whoever holds what this sending carried. */
    static LinkState of(LinkContext context, LinkDelivery delivery, Instant now) {
        MagicLink link = context.link();
        if (!context.stands() || link.isKilledByCodes() || context.notBefore().revokes(delivery.at())) {
            return EXPIRED;
        }
        if (context.thread().supersedes(link)) {
            return SUPERSEDED;
        }
        MagicLink.Claim claim = link.claim();
        if (claim != null) {
            return of(claim, now);
        }
        return now.isBefore(link.endOf(delivery)) ? OPEN : EXPIRED;
    }

    private static LinkState of(MagicLink.Claim claim, Instant now) {
        return now.isBefore(claim.endsAt()) ? CLAIMED : EXPIRED;
    }
}
