package dev.latchkey.firm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How long data that is no longer needed is kept before DynamoDB cleans it up.
 *
 * @param tombstones of deleted and erased contacts and of deleted firms. It is longer than an event can be delayed: an
 *     old event would bring back what was deleted
 * @param orphans addresses that are on no contact in use
 * @param trailYears events of the audit trail
 */
public record Retention(Duration tombstones, Duration orphans, int trailYears) {

    public Instant endOfTombstone(Instant now) {
        return now.plus(tombstones);
    }

    public Instant endOfOrphan(Instant now) {
        return now.plus(orphans);
    }

    /** The end of an event of this instant. */
    public Instant endOnTrail(Instant at) {
        return at.atOffset(ZoneOffset.UTC).plusYears(trailYears).toInstant();
    }
}
