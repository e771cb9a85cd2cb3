package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.template.QueueDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A standard queue of SQS: a message that was received is hidden for the visibility time-out and then comes again, unless it
 * was deleted; what was received as often as the redrive policy allows goes to the dead-letter queue when it would come
 * next. Time-outs are told by the local clock. It is kept in memory, so it ends with the process.
 */
final class LocalQueue {
    private static final long LONGEST_LOOK_MILLIS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final QueueDefinition settings;
    private final FailureQueue deadLetters;
    private final InstantSource clock;
    private final Consumer<String> redriven;
    private final List<Stored> stored = new ArrayList<>();

    private static final class Stored {
        private final String id;
        private final String body;
        private final Instant sent;
        private Instant visible;
        private int received;

        Stored(String id, String body, Instant sent) {
            this.id = id;
            this.body = body;
            this.sent = sent;
            this.visible = sent;
        }
    }

    /** A message as it was received, {@code receiveCount} times by now. */
    record Message(String id, String body, Instant sent, int receiveCount) {}

    /**
     * An empty queue.
     *
     * @param redriven is told the id of each message that went to the dead-letter queue
     */
    LocalQueue(QueueDefinition settings, FailureQueue deadLetters, InstantSource clock, Consumer<String> redriven) {
        this.settings = settings;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.redriven = redriven;
    }

    synchronized void send(String id, String body) {
        stored.add(new Stored(id, body, clock.instant()));
        notifyAll();
    }

    /** Waits until there is a message to be received, and hides what it gives. */
    synchronized List<Message> receive(int most) throws InterruptedException {
        while (true) {
            Instant now = clock.instant();
            redrive(now);
            List<Message> batch = stored.stream()
                    .filter(each -> !each.visible.isAfter(now))
                    .limit(most)
                    .map(each -> received(each, now))
                    .toList();
            if (!batch.isEmpty()) {
                return batch;
            }
            if (stored.isEmpty()) {
                wait();
            } else {
                wait(LONGEST_LOOK_MILLIS);
            }
        }
    }

    /** It was dealt with. */
    synchronized void delete(Message message) {
        stored.removeIf(each -> each.id.equals(message.id()));
    }

    /** From now on it is hidden for so long. */
    synchronized void changeVisibility(Message message, Duration timeout) {
        stored.stream()
                .filter(each -> each.id.equals(message.id()))
                .forEach(each -> each.visible = clock.instant().plus(timeout));
        notifyAll();
    }

    /** Deletes the messages with these ids. */
    synchronized void purge(Predicate<String> ids) {
        stored.removeIf(message -> ids.test(message.id));
    }

    private Message received(Stored message, Instant now) {
        message.received++;
        message.visible = now.plus(settings.visibilityTimeout());
        return new Message(message.id, message.body, message.sent, message.received);
    }

    private void redrive(Instant now) {
        for (Iterator<Stored> each = stored.iterator(); each.hasNext(); ) {
            Stored message = each.next();
            if (!message.visible.isAfter(now) && message.received >= settings.maxReceiveCount()) {
                each.remove();
                ObjectNode given = JSON.createObjectNode()
                        .put("queue", settings.id())
                        .put("messageId", message.id)
                        .put("approximateReceiveCount", message.received)
                        .put("body", message.body);
                deadLetters.add(settings.deadLetterQueue(), given);
                redriven.accept(message.id);
            }
        }
    }
}
