package dev.latchkey.audit;

/** An event on the trail, with its id. */
public record RecordedEvent(String id, AuditEvent event) {}
