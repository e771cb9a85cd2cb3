package dev.latchkey.functions.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.audit.AuditEvent;
import dev.latchkey.audit.AuditPage;
import dev.latchkey.audit.RecordedEvent;
import dev.latchkey.functions.http.Bodies;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A part of the audit trail as staff see it. */
final class AuditBody {

    private AuditBody() {}

    static ObjectNode of(AuditPage page, @Nullable String nextCursor) {
        ObjectNode body = Bodies.object();
        ArrayNode items = body.putArray("items");
        page.events().forEach(event -> item(event, items.addObject()));
        return body.put("nextCursor", nextCursor);
    }

    private static void item(RecordedEvent recorded, ObjectNode item) {
        AuditEvent event = recorded.event();
        item.put("id", recorded.id())
                .put("at", Bodies.time(event.at()))
                .put("type", event.type().value())
                .putObject("actor")
                .put("kind", event.actor().kind().name())
                .put("id", event.actor().id());
        ArrayNode contacts = item.putArray("contactIds");
        event.concerned().contacts().forEach(contact -> contacts.add(contact.value()));
        item.put("requestId", event.requestSource().requestId())
                .put("sourceIp", event.requestSource().sourceIp())
                .put("outcome", event.outcome().name());
        ObjectNode detail = item.putObject("detail");
        new TreeMap<>(event.detail()).forEach((name, value) -> put(detail, name, value));
    }

    /** A name like {@code before.version} is a field of an object {@code before}. */
    private static void put(ObjectNode detail, String name, String value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            detail.put(name, value);
        } else {
            put(detail.withObjectProperty(name.substring(0, dot)), name.substring(dot + 1), value);
        }
    }
}
