package dev.latchkey.audit;

import dev.latchkey.crypto.Randomness;
import dev.latchkey.firm.Retention;
import dev.latchkey.store.Write;
import java.util.function.Supplier;

/**
 * Makes the write that records an event. It belongs in the transaction of the recorded change, so that both are written
 * or neither. It only creates items. Events of a firm and month share a partition, sorted by time.
 */
public final class AuditTrail {

    private final Randomness randomness;
    private final Supplier<Retention> retention;

    /** @param retention evaluated for each event, because most instances never write one */
    public AuditTrail(Randomness randomness, Supplier<Retention> retention) {
        this.randomness = randomness;
        this.retention = retention;
    }

    public Write record(AuditEvent event) {
        return AuditItem.create(randomness.id(), event, retention.get().endOnTrail(event.at()));
    }
}
