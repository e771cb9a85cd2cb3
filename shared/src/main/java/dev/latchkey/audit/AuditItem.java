package dev.latchkey.audit;

import dev.latchkey.audit.AuditEvent.Outcome;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Holder;
import dev.latchkey.firm.FirmId;
import dev.latchkey.store.Item;
import dev.latchkey.store.Key;
import dev.latchkey.store.Write;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How an event stands in the table: with those of its firm and month, by time and then by its random id. */
final class AuditItem {

    static final String TYPE = "type";
    static final String CONTACTS = "contactIds";

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    static final String ADDRESS = "address";
    static final String AT = "at";
    static final String ACTOR = "actorId";
    static final String ACTOR_KIND = "actorKind";
    static final String REQUEST = "httpRequestId";
    static final String SOURCE = "sourceIp";
    static final String DETAIL = "detail";
    static final String ERASED_AT = "erasedAt";

    private AuditItem() {}

    static String partition(FirmId firm, YearMonth month) {
        return Key.join(firm.value(), "audit", month.toString());
    }

    /** The least sort key that an event of this instant or later can have, and greater than all of before. */
    static String sort(Instant at) {
        return INSTANT.format(at);
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    static Write create(String id, AuditEvent event, Instant end) {
        Key key = new Key(partition(event.firm(), month(event.at())), Key.join(sort(event.at()), id));
        Holder address = event.concerned().address();
        return Write.create(Item.at(key)
                .text("id", id)
                .time(AT, event.at())
                .text(TYPE, event.type().word())
                .text("outcome", event.outcome().name())
                .text(ACTOR_KIND, event.actor().kind().name())
                .text(ACTOR, event.actor().id())
                .texts(CONTACTS, contacts(event))
                .text(ADDRESS, address == null ? null : address.value())
                .text(REQUEST, event.origin().requestId())
                .text(SOURCE, event.origin().sourceIp())
                .rows(DETAIL, List.of(Map.copyOf(event.detail())))
                .timeToLive(end)
                .build());
    }

    static RecordedEvent read(FirmId firm, Item item) {
        return new RecordedEvent(
                item.text("id"),
                new AuditEvent(
                        firm,
                        item.time(AT),
                        AuditType.of(item.text(TYPE)).orElseThrow(),
                        Outcome.valueOf(item.text("outcome")),
                        new Actor(Actor.Kind.valueOf(item.text(ACTOR_KIND)), item.text(ACTOR)),
                        concerned(item),
                        new Origin(item.text(REQUEST), item.text(SOURCE), null),
                        item.rows(DETAIL).getFirst()));
    }

    private static Concerned concerned(Item item) {
        List<ContactId> contacts =
                item.texts(CONTACTS).stream().sorted().map(ContactId::new).toList();
        String address = item.optionalText(ADDRESS);
        return new Concerned(
                contacts, address == null ? null : Holder.parse(address).orElseThrow());
    }

    private static Set<String> contacts(AuditEvent event) {
        return event.concerned().contacts().stream().map(ContactId::value).collect(Collectors.toSet());
    }
}
