package dev.latchkey.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a firm's audit trail, the latest event first.
 *
 * @param next where the next page begins; {@code null} on the last page
 */
public record AuditPage(
        List<RecordedEvent> events, @Nullable String next) {}
