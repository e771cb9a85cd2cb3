package dev.latchkey.account;

import dev.latchkey.account.AccountLinks.Found;
import dev.latchkey.firm.Credential;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a set-up or reset token opens nothing. */
public enum LinkRefusal {
    /** No such token. */
    UNKNOWN,
    /** The firm lets nobody log in, which is said of every token alike. The link outlives that. */
    LOGIN_OFF,
    USED,
    EXPIRED,
    SUPERSEDED;

    /** {@code null} where the link is open. */
    static @Nullable LinkRefusal of(@Nullable Found found, Instant now) {
        if (found == null) {
            return UNKNOWN;
        }
        if (found.around().firm().refusesAll(Credential.SET_UP_LINK)) {
            return LOGIN_OFF;
        }
        if (found.opened().isEmpty()) {
            return UNKNOWN;
        }
        return switch (AccountLinkState.of(found.opened().get(), now)) {
            case OPEN -> null;
            case USED -> USED;
            case EXPIRED -> EXPIRED;
            case SUPERSEDED -> SUPERSEDED;
        };
    }
}
