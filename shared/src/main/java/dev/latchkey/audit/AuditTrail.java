package dev.latchkey.audit;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.store.Write;

/**
 * Makes the write that records an event. It belongs in the transaction of the change it records, so that neither can be
 * without the other; it only ever creates. Events of a firm and month share a partition, ordered by time.
 */
public final class AuditTrail {

    private final Randomness randomness;

    public AuditTrail(Randomness randomness) {
        this.randomness = randomness;
    }

    public Write record(AuditEvent event) {
        return AuditItem.create(randomness.id(), event);
    }
}
