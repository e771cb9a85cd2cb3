package dev.latchkey.audit;

import dev.latchkey.contact.Contact;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Email;
import dev.latchkey.contact.Principal;
import dev.latchkey.store.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filter for the events of a firm; {@code null} matches any.
 *
 * @param from the earliest instant, inclusive
 * @param to the latest instant, exclusive
 */
public record AuditQuery(
        @Nullable ContactId contact,
        @Nullable AuditType type,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Later than every event. Its year still has four digits. */
    static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    public AuditQuery {
        if (to != null && to.isAfter(LAST)) {
            to = LAST;
        }
    }

    /** Whether no event can match. */
    boolean isEmpty() {
        boolean crossed = from != null && to != null && !from.isBefore(to);
        return crossed || (from != null && !from.isBefore(LAST));
    }

    /** Identifies this query. */
    public List<String> parts() {
        return List.of(
                "audit-events",
                contact == null ? "" : contact.value(),
                type == null ? "" : type.value(),
                Objects.toString(from, ""),
                Objects.toString(to, ""));
    }

    /** @param shown the contact of this query, if it is known */
    @Nullable
    Condition filter(@Nullable Contact shown) {
        return Stream.of(
                        contact == null ? null : concerns(contact, shown),
                        type == null ? null : Condition.equal(AuditItem.TYPE, type.value()))
                .filter(Objects::nonNull)
                .reduce(Condition::and)
                .orElse(null);
    }

    private static Condition concerns(ContactId contact, @Nullable Contact shown) {
        Condition named = Condition.contains(AuditItem.CONTACTS, contact.value());
        if (shown == null) {
            return named;
        }
        Stream<Condition> now = shown.addresses().stream()
                .map(here -> about(shown, here.email()).and(from(here.since())));
        Stream<Condition> before = shown.former().stream()
                .map(gone -> about(shown, gone.email()).and(from(gone.since())).and(until(gone.leftAt())));
        return Stream.concat(now, before).reduce(named, Condition::or);
    }

    private static Condition about(Contact shown, Email email) {
        return Condition.equal(
                AuditItem.ADDRESS, Principal.of(shown.firm(), email).value());
    }

    private static Condition from(Instant since) {
        return Condition.more(AuditItem.AT, since.toEpochMilli() - 1);
    }

    /** A later event is about other contacts, unless it names none. */
    private static Condition until(Instant leftAt) {
        return Condition.atMost(AuditItem.AT, leftAt.toEpochMilli()).or(Condition.missing(AuditItem.CONTACTS));
    }
}
