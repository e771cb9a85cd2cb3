package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.template.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * A queue as SQS has them: whoever takes a message has to delete it, else it comes again after the visibility timeout, and
 * after too many times it is moved on. Nobody waits minutes at a laptop, so that timeout is a hundredth of the template's,
 * and over where the local clock is moved on. In order, which SQS doesn't promise.
 */
final class LocalQueue {
    private static final int SHORTENED = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A message.
     *
     * @param receives how often it was handed out
     */
    record Message(String id, String body, int receives) {
        static Message of(String body) {
            return new Message(UUID.randomUUID().toString(), body, 0);
        }
    }

    private final Queue settings;
    private final LocalClock clock;
    private final QueueFile file;
    private final Consumer<Message> tooOften;
    private final BlockingQueue<Message> visible = new LinkedBlockingQueue<>();

    /**
     * Begins with what an earlier run left in the file.
     *
     * @param tooOften takes what was handed out too often
     */
    LocalQueue(Queue settings, LocalClock clock, QueueFile file, Consumer<Message> tooOften) {
        this.settings = settings;
        this.clock = clock;
        this.file = file;
        this.tooOften = tooOften;
        file.messages(settings.id()).forEach((id, body) -> visible.add(new Message(id, body, 0)));
    }

    void send(String body) {
        Message message = Message.of(body);
        file.added(settings.id(), message.id(), body);
        visible.add(message);
    }

    /** Waits for a message, and hands out no more than there are. */
    List<Message> receive(int most) throws InterruptedException {
        List<Message> batch = new ArrayList<>(List.of(visible.take()));
        visible.drainTo(batch, most - 1);
        return batch.stream()
                .map(each -> new Message(each.id(), each.body(), each.receives() + 1))
                .toList();
    }

    /** Deletes what is done; the rest comes again after the visibility timeout, where it was not handed out too often. */
    void settle(List<Message> batch, Set<String> failed) throws InterruptedException {
        List<Message> again = new ArrayList<>();
        for (Message message : batch) {
            boolean isOver = settings.deadLetterQueue() != null && message.receives() >= settings.maximumReceives();
            if (failed.contains(message.id()) && !isOver) {
                again.add(message);
                continue;
            }
            if (failed.contains(message.id())) {
                tooOften.accept(message);
            }
            file.removed(settings.id(), message.id());
        }
        if (!again.isEmpty()) {
            clock.pass(settings.visibilityTimeout().dividedBy(SHORTENED));
            visible.addAll(again);
        }
    }

    /** As a function gets it. */
    ObjectNode json(Message message) {
        ObjectNode json = JSON.createObjectNode()
                .put("messageId", message.id())
                .put("receiptHandle", message.id())
                .put("body", message.body());
        json.putObject("attributes").put("ApproximateReceiveCount", String.valueOf(message.receives()));
        json.putObject("messageAttributes");
        return json.put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:eu-west-1:000000000000:" + settings.id())
                .put("awsRegion", "eu-west-1");
    }
}
