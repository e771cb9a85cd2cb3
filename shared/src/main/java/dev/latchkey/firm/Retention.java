package dev.latchkey.firm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How long what nobody needs any more is kept, before DynamoDB clears it up.
 *
 * @param tombstones of deleted and erased contacts and of deleted firms. Longer than an event can be late, or an old one
 *     would bring back what was deleted
 * @param orphans addresses that are on no contact in use
 * @param trailYears events of the trail
 */
public record Retention(Duration tombstones, Duration orphans, int trailYears) {

    public Instant endOfTombstone(Instant now) {
        return now.plus(tombstones);
    }

    public Instant endOfOrphan(Instant now) {
        return now.plus(orphans);
    }

    /** That of an event of this instant. */
    public Instant endOnTrail(Instant at) {
        return at.atOffset(ZoneOffset.UTC).plusYears(trailYears).toInstant();
    }
}
