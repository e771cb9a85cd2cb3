package dev.latchkey.erasure;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditType;
import dev.latchkey.audit.Concerned;
import dev.latchkey.audit.RequestSource;
import dev.latchkey.firm.FirmId;
import java.time.Instant;
import java.util.Map;

/** The audit event of a finished erasure. */
final class ErasureEvent {

    private static final Actor DIRECTORY = new Actor(Actor.Kind.SYSTEM, "directory");
    private static final RequestSource SOURCE = new RequestSource("erasure", "directory", null);

    private ErasureEvent() {}

    static AuditEvent of(FirmId firm, AuditType type, Concerned concerned, Instant now) {
        return new AuditEvent(firm, now, type, AuditEvent.Outcome.SUCCESS, DIRECTORY, concerned, SOURCE, Map.of());
    }
}
