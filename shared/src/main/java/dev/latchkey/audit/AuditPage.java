package dev.latchkey.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a firm's trail, the latest first.
 *
 * @param next where the next part begins; {@code null} where there is none
 */
public record AuditPage(
        List<RecordedEvent> events, @Nullable String next) {}
