package dev.latchkey.functions.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.audit.AuditItem;
import dev.latchkey.store.ItemUpdate;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges a record of the table's stream: does it change an event of the trail? The trail is append-only, so every change
 * counts, even of a time to live, except an erasure. DynamoDB's own removal of expired items doesn't count.
 */
final class AuditTampering {

    private static final String TRAIL = "#audit#";
    private static final Set<String> CHANGES = Set.of("MODIFY", "REMOVE");

    private AuditTampering() {}

    static boolean isIn(JsonNode change) {
        return CHANGES.contains(change.path("eventName").asText())
                && key(change, "pk").contains(TRAIL)
                && !change.path("userIdentity").path("type").asText().equals("Service")
                && !isErasure(change.path("dynamodb"));
    }

    /** A pseudonym replaces an erased person and the rest stays; a deleted firm's events are marked first. */
    private static boolean isErasure(JsonNode change) {
        JsonNode before = change.path("OldImage");
        JsonNode after = change.path("NewImage");
        return after.isMissingNode()
                ? before.has(AuditItem.ERASED_AT)
                : after.has(AuditItem.ERASED_AT)
                        && Stream.concat(AuditItem.STAYING.stream(), Stream.of(ItemUpdate.TTL))
                                .allMatch(name -> before.path(name).equals(after.path(name)));
    }

    /**
     * Adds the event's key and old values, in DynamoDB's typed JSON. Other attributes are left out: they aren't ours and may be
     * of any size.
     */
    static ObjectNode describe(JsonNode change, ObjectNode line) {
        line.put("change", change.path("eventName").asText())
                .put("pk", key(change, "pk"))
                .put("sk", key(change, "sk"));
        JsonNode before = change.path("dynamodb").path("OldImage");
        ObjectNode old = line.putObject("before");
        for (String name : AuditItem.NAMES) {
            if (before.has(name)) {
                old.set(name, before.get(name));
            }
        }
        return line;
    }

    private static String key(JsonNode change, String name) {
        return change.path("dynamodb").path("Keys").path(name).path("S").asText();
    }
}
