package dev.latchkey.magiclink;

import dev.latchkey.magiclink.LinkReader.LinkContext;
import java.time.Instant;

/** The state of a link at an instant. Its lifetime excludes the end instant. */
public enum LinkState {
    OPEN,
    CLAIMED,
    EXPIRED,
    SUPERSEDED;

    /** For the bearer of what this delivery carried. */
    static LinkState of(LinkContext context, LinkDelivery delivery, Instant now) {
        MagicLink link = context.link();
        if (!context.hasCurrentBinding()
                || link.isKilledByCodes()
                || context.notBefore().revokes(delivery.at())) {
            return EXPIRED;
        }
        if (context.series().supersedes(link)) {
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
