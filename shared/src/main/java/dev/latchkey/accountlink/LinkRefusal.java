package dev.latchkey.accountlink;

import dev.latchkey.accountlink.AccountLinks.AccountLinkLookup;
import dev.latchkey.firm.AccessRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a set-up or reset token is refused. */
public enum LinkRefusal {
    /** No such token. */
    UNKNOWN,
    /** The firm has login switched off. The answer is the same for every token, and the link stays valid. */
    LOGIN_OFF,
    USED,
    EXPIRED,
    SUPERSEDED;

    /** {@code null} where the link is open. */
    static @Nullable LinkRefusal of(@Nullable AccountLinkLookup lookup, Instant now) {
        if (lookup == null) {
            return UNKNOWN;
        }
        if (lookup.context().firm().refusesAll(AccessRequest.SET_UP_LINK)) {
            return LOGIN_OFF;
        }
        if (lookup.presented().isEmpty()) {
            return UNKNOWN;
        }
        return switch (AccountLinkState.of(lookup.presented().get(), now)) {
            case OPEN -> null;
            case USED -> USED;
            case EXPIRED -> EXPIRED;
            case SUPERSEDED -> SUPERSEDED;
        };
    }
}
