package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.QueueDefinition;
import dev.latchkey.local.template.QueueSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Feeds a function from a queue, with several batches at once as Lambda does. Messages that were dealt with are deleted.
 * What failed comes again by its visibility time-out; only the first two times it comes within two tenths of a second, so
 * that a slip is over before whoever waits for the event is answered.
 */
final class QueueDriver implements AutoCloseable {
    private static final int SOON = 2;
    private static final Duration SOON_PAUSE = Duration.ofMillis(100);
    private static final int BATCHES_AT_ONCE = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final QueueSource source;
    private final LocalQueue queue;
    private final LocalFunction function;
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
    private final Semaphore running = new Semaphore(BATCHES_AT_ONCE);
    private final Thread poller;

    /** What somebody waits for: a message's outcome, and why it failed last. */
    private static final class Awaited {
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private volatile Outcome.Waiting last = new Outcome.Waiting("", "", "");

        Awaited failed(Outcome.Waiting failure) {
            last = failure;
            return this;
        }
    }

    QueueDriver(
            QueueSource source,
            QueueDefinition queue,
            LocalFunction function,
            FailureQueue failures,
            InstantSource clock) {
        this.source = source;
        this.queue = new LocalQueue(queue, failures, clock, this::givenUp);
        this.function = function;
        this.poller = Thread.ofPlatform().daemon().name("queue " + queue.id()).start(this::poll);
    }

    String queue() {
        return source.queue();
    }

    /** Puts the message into the queue, and waits until it was dealt with, given up, or failed three times. */
    Outcome put(String body) throws InterruptedException {
        Awaited message = new Awaited();
        String id = UUID.randomUUID().toString();
        awaited.put(id, message);
        queue.send(id, body);
        try {
            return message.outcome.get();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Forgets what waits to come again. */
    void purge() {
        queue.purge(id -> !awaited.containsKey(id));
    }

    @Override
    public void close() {
        poller.interrupt();
    }

    private void poll() {
        try {
            while (true) {
                running.acquire();
                List<LocalQueue.Message> batch = queue.receive(source.batchSize());
                Thread.ofVirtual().name(queue() + " batch").start(() -> run(batch));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(List<LocalQueue.Message> batch) {
        try {
            byte[] reply = function.invoke(event(batch));
            Set<String> failed = source.reportsItemFailures() ? BatchReply.failed(ids(batch), reply) : Set.of();
            for (LocalQueue.Message message : batch) {
                if (failed.contains(message.id())) {
                    failed(message, "batchItemFailures", "it reported this message");
                } else {
                    queue.delete(message);
                    settle(message.id(), new Outcome.Taken());
                }
            }
        } catch (FunctionFailure failure) {
            batch.forEach(message -> failed(message, failure.type(), failure.reason()));
        } catch (IllegalArgumentException unreadable) {
            batch.forEach(message -> failed(message, "reply", String.valueOf(unreadable.getMessage())));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            running.release();
        }
    }

    private void failed(LocalQueue.Message message, String type, String reason) {
        Outcome.Waiting failure = new Outcome.Waiting(function.id(), type, reason);
        awaited.computeIfPresent(message.id(), (id, waiter) -> waiter.failed(failure));
        if (message.receiveCount() <= SOON) {
            queue.changeVisibility(message, SOON_PAUSE.multipliedBy(message.receiveCount()));
        } else {
            settle(message.id(), failure);
        }
    }

    private void givenUp(String id) {
        Awaited waiter = awaited.get(id);
        if (waiter != null) {
            Outcome.Waiting last = waiter.last;
            settle(id, new Outcome.GivenUp(last.function(), last.type(), last.reason()));
        }
    }

    private void settle(String id, Outcome outcome) {
        Awaited waiter = awaited.remove(id);
        if (waiter != null) {
            waiter.outcome.complete(outcome);
        }
    }

    private static List<String> ids(List<LocalQueue.Message> batch) {
        return batch.stream().map(LocalQueue.Message::id).toList();
    }

    private byte[] event(List<LocalQueue.Message> batch) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        batch.forEach(message -> records.add(record(message)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode record(LocalQueue.Message message) {
        ObjectNode record = JSON.createObjectNode()
                .put("messageId", message.id())
                .put("receiptHandle", message.id() + "/" + message.receiveCount())
                .put("body", message.body());
        record.putObject("attributes")
                .put("ApproximateReceiveCount", String.valueOf(message.receiveCount()))
                .put("SentTimestamp", String.valueOf(message.sent().toEpochMilli()));
        record.putObject("messageAttributes");
        return record.put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:eu-west-1:000000000000:" + queue())
                .put("awsRegion", "eu-west-1");
    }
}
