package dev.latchkey.audit;

import dev.latchkey.contact.ContactId;
import dev.latchkey.store.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a firm are wanted; {@code null} for any.
 *
 * @param from the earliest instant, included
 * @param to the latest, not included
 */
public record AuditQuery(
        @Nullable ContactId contact,
        @Nullable AuditType type,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Later than anything that happens, and the last that is written with four digits of a year. */
    static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    public AuditQuery {
        if (to != null && to.isAfter(LAST)) {
            to = LAST;
        }
    }

    /** Whether no event can be meant. */
    boolean isEmpty() {
        boolean crossed = from != null && to != null && !from.isBefore(to);
        return crossed || (from != null && !from.isBefore(LAST));
    }

    /** Tells this query from every other. */
    public List<String> parts() {
        return List.of(
                "audit-events",
                contact == null ? "" : contact.value(),
                type == null ? "" : type.word(),
                Objects.toString(from, ""),
                Objects.toString(to, ""));
    }

    @Nullable
    Condition filter() {
        return Stream.of(
                        contact == null ? null : Condition.contains(AuditItem.CONTACTS, contact.value()),
                        type == null ? null : Condition.equal(AuditItem.TYPE, type.word()))
                .filter(Objects::nonNull)
                .reduce(Condition::and)
                .orElse(null);
    }
}
