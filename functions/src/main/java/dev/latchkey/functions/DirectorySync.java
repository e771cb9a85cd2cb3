package dev.latchkey.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contact.SyncContact;
import dev.latchkey.firm.SyncFirm;
import dev.latchkey.functions.http.Log;
import dev.latchkey.json.StrictJson;
import dev.latchkey.store.StoreUnavailable;
import java.util.Optional;

/**
 * Takes directory events in, each by itself and in any order, since versions decide. One that doesn't tell whom it is about
 * or its version is refused, logged by the field that is wrong. Of any other all that can be read is taken, and the rest is
 * logged and shown on the contact.
 */
final class DirectorySync {

    private final SyncFirm firms;
    private final SyncContact contacts;

    DirectorySync(SyncFirm firms, SyncContact contacts) {
        this.firms = firms;
        this.contacts = contacts;
    }

    /**
     * Names the messages that failed and have to come again. Where all failed it throws what the last one failed by: then the
     * platform also slows down, as it should in an outage.
     */
    ArrayNode take(JsonNode messages, Context context) {
        ArrayNode failures = JsonNodeFactory.instance.arrayNode();
        for (JsonNode message : messages) {
            Optional<RuntimeException> failure = take(message.path("body").asText(), context);
            if (failure.isPresent()) {
                failures.addObject()
                        .put("itemIdentifier", message.path("messageId").asText());
                if (failures.size() == messages.size()) {
                    throw failure.get();
                }
            }
        }
        return failures;
    }

    /** Gives why it was not taken, which then stands in the log already. */
    private Optional<RuntimeException> take(String text, Context context) {
        try {
            ObjectNode event = StrictJson.oddEvent(text);
            sync(event, context);
            return Optional.empty();
        } catch (MalformedEvent malformed) {
            Log.write(Log.line("ERROR", "directory_event_rejected", context).put("field", malformed.field()));
            return Optional.of(malformed);
        } catch (StoreUnavailable outage) {
            Log.failure("dependency_unavailable", outage, context);
            return Optional.of(outage);
        } catch (RuntimeException bug) {
            Log.failure("sys_crash", bug, context);
            return Optional.of(bug);
        }
    }

    private void sync(ObjectNode event, Context context) {
        DirectoryEvent read = DirectoryEvent.read(event);
        switch (read) {
            case DirectoryEvent.OfFirm firm -> firms.sync(firm.facts());
            case DirectoryEvent.OfContact contact -> contacts.sync(contact.facts());
        }
        ObjectNode line = Log.line(read.faults().isEmpty() ? "INFO" : "WARN", "directory_event_taken", context)
                .put("detail_type", event.path("detail-type").asText())
                .put("event_id", event.path("id").asText());
        read.faults().forEach(fault -> line.withArray("faults").add(fault.field() + " " + fault.message()));
        Log.write(line);
    }
}
