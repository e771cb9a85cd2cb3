package dev.latchkey.audit;

import dev.latchkey.contact.ContactId;
import dev.latchkey.crypto.Randomness;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the write that records an event. It belongs in the transaction of the change it records, so that neither can be
 * without the other; it only ever creates. Events of a firm and month share a partition, ordered by time.
 */
public final class AuditTrail {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int MOST_CONTACTS = 100;

    private final Randomness randomness;

    public AuditTrail(Randomness randomness) {
        this.randomness = randomness;
    }

    public Write record(AuditEvent event) {
        String id = randomness.id();
        Key key = new Key(
                Key.join(event.firm().value(), "audit", MONTH.format(event.at())),
                Key.join(INSTANT.format(event.at()), id));
        return Write.create(Item.at(key)
                .text("id", id)
                .time("at", event.at())
                .text("type", event.type().word())
                .text("outcome", event.outcome().name())
                .text("actorKind", event.actor().kind().name())
                .text("actorId", event.actor().id())
                .texts("contactIds", contacts(event))
                .text("httpRequestId", event.origin().requestId())
                .text("sourceIp", event.origin().sourceIp())
                .rows("detail", List.of(Map.copyOf(event.detail())))
                .build());
    }

    private static Set<String> contacts(AuditEvent event) {
        return event.contacts().stream()
                .limit(MOST_CONTACTS)
                .map(ContactId::value)
                .collect(Collectors.toSet());
    }
}
