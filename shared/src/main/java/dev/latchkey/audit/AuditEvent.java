package dev.latchkey.audit;

import dev.latchkey.contact.ContactId;
import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of a firm's trail.
 *
 * @param contacts whom it is about, as far as that is known
 * @param detail further facts, never a secret and never an address
 */
public record AuditEvent(
        FirmId firm,
        Instant at,
        AuditType type,
        Outcome outcome,
        Actor actor,
        List<ContactId> contacts,
        Origin origin,
        Map<String, String> detail) {

    /** How it ended. */
    public enum Outcome {
        SUCCESS,
        REFUSED
    }
}
