package dev.latchkey.crypto;

import java.time.Instant;

/**
 * An instant before which no valid session, pending login, link, temporary code or token was issued: older ones count
 * as expired. It is set after a backup was restored, because that brings back what was revoked after the backup.
 */
public record NotBefore(Instant instant) {

    /** Revokes nothing. */
    public static final NotBefore NONE = new NotBefore(Instant.MIN);

    /** Whether something issued then is revoked; not if issued at this very instant. */
    public boolean revokes(Instant madeAt) {
        return madeAt.isBefore(instant);
    }
}
