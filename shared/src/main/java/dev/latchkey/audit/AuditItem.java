package dev.latchkey.audit;

import dev.latchkey.audit.AuditEvent.Outcome;
import dev.latchkey.contact.ContactId;
import dev.latchkey.contact.Principal;
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

/**
 * An event as an item of the table. Events of a firm and month share a partition, sorted by time and then by random id.
 */
public final class AuditItem {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static final String ID = "id";
    static final String TYPE = "type";
    static final String OUTCOME = "outcome";
    static final String CONTACTS = "contactIds";
    static final String ADDRESS = "address";
    static final String AT = "at";
    static final String ACTOR = "actorId";
    static final String ACTOR_KIND = "actorKind";
    static final String REQUEST = "httpRequestId";
    static final String SOURCE = "sourceIp";
    static final String DETAIL = "detail";

    /** Marks an event that an erasure has rewritten or is about to delete. */
    public static final String ERASED_AT = "erasedAt";

    /** The attributes of an event, except keys, time to live and {@link #ERASED_AT}. */
    public static final List<String> NAMES =
            List.of(ID, AT, TYPE, OUTCOME, ACTOR_KIND, ACTOR, CONTACTS, ADDRESS, REQUEST, SOURCE, DETAIL);

    /** The attributes that an erasure does not change. */
    public static final List<String> STAYING = List.of(ID, AT, TYPE, OUTCOME, ACTOR_KIND);

    private AuditItem() {}

    static String partition(FirmId firm, YearMonth month) {
        return Key.join(firm.value(), "audit", month.toString());
    }

    /** The least sort key of events at this instant or later; greater than the sort key of every earlier event. */
    static String sort(Instant at) {
        return INSTANT.format(at);
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    static Write create(String id, AuditEvent event, Instant end) {
        Key key = new Key(partition(event.firm(), month(event.at())), Key.join(sort(event.at()), id));
        Principal address = event.concerned().address();
        return Write.create(Item.at(key)
                .text(ID, id)
                .time(AT, event.at())
                .text(TYPE, event.type().value())
                .text(OUTCOME, event.outcome().name())
                .text(ACTOR_KIND, event.actor().kind().name())
                .text(ACTOR, event.actor().id())
                .texts(CONTACTS, contacts(event))
                .text(ADDRESS, address == null ? null : address.value())
                .text(REQUEST, event.requestSource().requestId())
                .text(SOURCE, event.requestSource().sourceIp())
                .rows(DETAIL, List.of(Map.copyOf(event.detail())))
                .timeToLive(end)
                .build());
    }

    static RecordedEvent read(FirmId firm, Item item) {
        return new RecordedEvent(
                item.text(ID),
                new AuditEvent(
                        firm,
                        item.time(AT),
                        AuditType.of(item.text(TYPE)).orElseThrow(),
                        Outcome.valueOf(item.text(OUTCOME)),
                        new Actor(Actor.Kind.valueOf(item.text(ACTOR_KIND)), item.text(ACTOR)),
                        concerned(item),
                        new RequestSource(item.text(REQUEST), item.text(SOURCE), null),
                        item.rows(DETAIL).getFirst()));
    }

    private static Concerned concerned(Item item) {
        List<ContactId> contacts =
                item.texts(CONTACTS).stream().sorted().map(ContactId::new).toList();
        String address = item.optionalText(ADDRESS);
        return new Concerned(
                contacts, address == null ? null : Principal.parse(address).orElseThrow());
    }

    private static Set<String> contacts(AuditEvent event) {
        return event.concerned().contacts().stream().map(ContactId::value).collect(Collectors.toSet());
    }
}
