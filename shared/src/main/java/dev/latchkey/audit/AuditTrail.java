package dev.latchkey.audit;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Retention;
import dev.latchkey.store.Write;
import java.util.function.Supplier;

/**
 * Makes the write that records an event. It belongs in the transaction of the change it records, so that neither can be
 * without the other; it only ever creates. Events of a firm and month share a partition, ordered by time.
 */
public final class AuditTrail {

    private final Randomness randomness;
    private final Supplier<Retention> retention;

    /** @param retention asked for with each event, since most who have a trail write none */
    public AuditTrail(Randomness randomness, Supplier<Retention> retention) {
        this.randomness = randomness;
        this.retention = retention;
    }

    public Write record(AuditEvent event) {
        return AuditItem.create(randomness.id(), event, retention.get().endOnTrail(event.at()));
    }
}
