package dev.latchkey.audit;

/** An event as it stands on the trail. */
public record RecordedEvent(String id, AuditEvent event) {}
