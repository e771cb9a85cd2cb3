package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.template.QueueDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A standard queue of SQS: whoever receives a message has to delete it, else it comes again after the visibility time-out,
 * and after too many times it is moved on. Nobody waits minutes at a laptop: that time-out is a hundredth of the template's,
 * a tenth of a second the first two times, and over where the local clock is moved on. In order, which SQS doesn't promise.
 */
final class LocalQueue {
    private static final int SHORTENED = 100;
    private static final int SOON = 2;
    private static final Duration SOON_PAUSE = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A message as it was received, {@code receiveCount} times by now. */
    record Message(String id, String body, int receiveCount) {}

    private final QueueDefinition settings;
    private final LocalClock clock;
    private final QueueFile file;
    private final Consumer<Message> tooOften;
    private final Map<String, Message> stored = new ConcurrentHashMap<>();
    private final BlockingQueue<String> visible = new LinkedBlockingQueue<>();

    /**
     * Begins with what an earlier run left in the file.
     *
     * @param tooOften takes what was received too often
     */
    LocalQueue(QueueDefinition settings, LocalClock clock, QueueFile file, Consumer<Message> tooOften) {
        this.settings = settings;
        this.clock = clock;
        this.file = file;
        this.tooOften = tooOften;
        file.messages(settings.id()).forEach(this::add);
    }

    void send(String id, String body) {
        file.added(settings.id(), id, body);
        add(id, body);
    }

    /** Waits for a message, and hides what it gives. */
    List<Message> receive(int most) throws InterruptedException {
        List<Message> batch = new ArrayList<>();
        while (batch.isEmpty()) {
            List<String> ids = new ArrayList<>(List.of(visible.take()));
            visible.drainTo(ids, most - 1);
            for (String id : ids) {
                Message message = stored.computeIfPresent(id, (same, last) -> received(last));
                if (message != null) {
                    batch.add(message);
                }
            }
        }
        return batch;
    }

    /** It was dealt with. */
    void delete(Message message) {
        stored.remove(message.id());
        file.removed(settings.id(), message.id());
    }

    /** It was not: it comes again, unless it was received too often. Returns once it can be received. */
    void failed(Message message) throws InterruptedException {
        if (settings.deadLetterQueue() != null && message.receiveCount() >= settings.maxReceiveCount()) {
            tooOften.accept(message);
            delete(message);
            return;
        }
        clock.pass(
                message.receiveCount() <= SOON
                        ? SOON_PAUSE
                        : settings.visibilityTimeout().dividedBy(SHORTENED));
        visible.add(message.id());
    }

    /** Deletes the messages with these ids. */
    void purge(Predicate<String> ids) {
        stored.values().stream().filter(message -> ids.test(message.id())).forEach(this::delete);
    }

    /** As a function gets it. */
    ObjectNode json(Message message) {
        ObjectNode json = JSON.createObjectNode()
                .put("messageId", message.id())
                .put("receiptHandle", message.id() + "/" + message.receiveCount())
                .put("body", message.body());
        json.putObject("attributes").put("ApproximateReceiveCount", String.valueOf(message.receiveCount()));
        json.putObject("messageAttributes");
        return json.put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:eu-west-1:000000000000:" + settings.id())
                .put("awsRegion", "eu-west-1");
    }

    private void add(String id, String body) {
        stored.put(id, new Message(id, body, 0));
        visible.add(id);
    }

    private static Message received(Message last) {
        return new Message(last.id(), last.body(), last.receiveCount() + 1);
    }
}
