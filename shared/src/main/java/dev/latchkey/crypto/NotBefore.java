package dev.latchkey.crypto;

import java.time.Instant;

/**
 * An instant before which no session, half-finished login, link, code of staff or token may have been made: whatever is older
 * is over, as if it had expired. It is set once a backup was restored, since that brings back what had been revoked after it
 * was taken.
 */
public record NotBefore(Instant instant) {

    /** Nothing is over by it. */
    public static final NotBefore NONE = new NotBefore(Instant.MIN);

    /** Whether what was made then is over; what was made at the very instant is not. */
    public boolean revokes(Instant madeAt) {
        return madeAt.isBefore(instant);
    }
}
