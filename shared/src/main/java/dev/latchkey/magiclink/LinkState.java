package dev.latchkey.magiclink;

import dev.latchkey.magiclink.LinkReader.Found;
import java.time.Instant;

/** What a link is worth at an instant. A life ends at its end: the instant itself is too late. */
public enum LinkState {
    OPEN,
    CLAIMED,
    EXPIRED,
    SUPERSEDED;

    /** For whoever holds what this sending carried. */
    static LinkState of(Found found, Sending sending, Instant now) {
        MagicLink link = found.link();
        if (!found.stands() || link.isKilledByCodes() || found.notBefore().revokes(sending.at())) {
            return EXPIRED;
        }
        if (found.thread().supersedes(link)) {
            return SUPERSEDED;
        }
        MagicLink.Claim claim = link.claim();
        if (claim != null) {
            return of(claim, now);
        }
        return now.isBefore(link.endOf(sending)) ? OPEN : EXPIRED;
    }

    private static LinkState of(MagicLink.Claim claim, Instant now) {
        return now.isBefore(claim.endsAt()) ? CLAIMED : EXPIRED;
    }
}
