package dev.latchkey.functions.directory;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.functions.event.MalformedEvent;
import dev.latchkey.functions.event.MessageBatch;
import dev.latchkey.functions.http.Log;
import dev.latchkey.json.StrictJson;
import dev.latchkey.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch of directory events from their queue, each by itself and in any order, since versions decide. An event without
 * a valid subject or version is rejected; the log names the wrong field. Of any other event, all readable fields are taken; the
 * rest is logged and shown on the contact.
 */
final class DirectoryQueue {

    private final Consumer<DirectoryEvent> taker;
    private final Context context;
    private @Nullable RuntimeException last;

    private DirectoryQueue(Consumer<DirectoryEvent> taker, Context context) {
        this.taker = taker;
        this.context = context;
    }

    /**
     * Replies with the messages that failed and must come again. If all failed it throws the last failure: then the platform
     * also slows down, as it should in an outage.
     *
     * @param taker throws if an event can't be taken, {@link MalformedEvent} if it never can be
     */
    static void take(InputStream in, OutputStream out, Context context, Consumer<DirectoryEvent> taker)
            throws IOException {
        MessageBatch batch = MessageBatch.read(in);
        DirectoryQueue queue = new DirectoryQueue(taker, context);
        batch.settle(queue::isTaken);
        if (batch.failed() && queue.last != null) {
            throw queue.last;
        }
        batch.reply(out);
    }

    private boolean isTaken(String text) {
        Optional<RuntimeException> failure = take(text);
        last = failure.orElse(last);
        return failure.isEmpty();
    }

    /** The failure, already logged, if it was not taken. */
    private Optional<RuntimeException> take(String text) {
        try {
            ObjectNode event = StrictJson.oddEvent(text);
            take(event);
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

    private void take(ObjectNode event) {
        DirectoryEvent read = DirectoryEvent.read(event);
        taker.accept(read);
        ObjectNode line = Log.line(read.faults().isEmpty() ? "INFO" : "WARN", "directory_event_taken", context)
                .put("detail_type", event.path("detail-type").asText())
                .put("event_id", event.path("id").asText());
        read.faults().forEach(fault -> line.withArray("faults").add(fault.field() + " " + fault.message()));
        Log.write(line);
    }
}
