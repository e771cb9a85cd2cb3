package dev.latchkey.audit;

import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.Map;

/**
 * One event of a firm's audit trail.
 *
 * @param detail further facts, never a secret and never an address
 */
public record AuditEvent(
        FirmId firm,
        Instant at,
        AuditType type,
        Outcome outcome,
        Actor actor,
        Concerned concerned,
        RequestSource requestSource,
        Map<String, String> detail) {

    /** Whether it succeeded or was refused. */
    public enum Outcome {
        SUCCESS,
        REFUSED
    }
}
