package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.QueueDefinition;
import dev.latchkey.local.template.QueueSource;
import dev.latchkey.local.template.SamTemplate;
import dev.latchkey.local.template.TemplateException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The template's queues, and the functions that are fed from them: each batch has a thread, as many at once as the template
 * lets. What lands in a queue that feeds no function is shown as given up.
 */
public final class QueueDriver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, LocalQueue> queues = new HashMap<>();
    private final AwaitedMessages awaited = new AwaitedMessages();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private QueueDriver(SamTemplate template, FailureQueue failures, LocalClock clock, @Nullable Path dataDirectory) {
        QueueFile file = new QueueFile(dataDirectory);
        List<QueueSource> sources = template.triggers(QueueSource.class);
        for (QueueDefinition queue : template.queues()) {
            if (sources.stream().anyMatch(source -> source.queue().equals(queue.id()))) {
                queues.put(queue.id(), new LocalQueue(queue, clock, file, message -> moved(queue, message, failures)));
            }
        }
    }

    /**
     * Starts feeding.
     *
     * @param dataDirectory where a kept database lies, null for one in memory
     */
    public static QueueDriver start(
            SamTemplate template,
            Functions functions,
            FailureQueue failures,
            LocalClock clock,
            @Nullable Path dataDirectory) {
        QueueDriver driver = new QueueDriver(template, failures, clock, dataDirectory);
        template.triggers(QueueSource.class).forEach(source -> {
            LocalQueue queue = driver.queue(source.queue());
            driver.threads.execute(() -> driver.follow(source, queue, functions.get(source.functionId())));
        });
        return driver;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** The queue of this logical id, which feeds some function. */
    LocalQueue queue(String id) {
        LocalQueue queue = queues.get(id);
        if (queue == null) {
            throw new TemplateException("no function is fed from a queue " + id);
        }
        return queue;
    }

    /** Puts the message into the queue, and waits until it was dealt with, given up, or failed three times. */
    Outcome put(LocalQueue queue, String body) throws InterruptedException {
        return awaited.outcome(id -> queue.send(id, body));
    }

    /** Forgets what waits in the queue to come again. */
    void purge(LocalQueue queue) {
        queue.purge(id -> !awaited.has(id));
    }

    private void moved(QueueDefinition from, LocalQueue.Message message, FailureQueue failures) {
        String to = Objects.requireNonNull(from.deadLetterQueue());
        LocalQueue next = queues.get(to);
        if (next != null) {
            next.send(message.id(), message.body());
            return;
        }
        ObjectNode given = JSON.createObjectNode()
                .put("queue", from.id())
                .put("messageId", message.id())
                .put("approximateReceiveCount", message.receiveCount())
                .put("body", message.body());
        failures.add(to, given);
        awaited.givenUp(message.id());
    }

    /** Runs until its thread is interrupted. */
    private void follow(QueueSource source, LocalQueue queue, LocalFunction function) {
        Semaphore places = new Semaphore(source.maximumConcurrency());
        try {
            while (true) {
                places.acquire();
                List<LocalQueue.Message> batch = queue.receive(source.batchSize());
                threads.execute(() -> run(source, queue, function, batch, places));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(
            QueueSource source,
            LocalQueue queue,
            LocalFunction function,
            List<LocalQueue.Message> batch,
            Semaphore places) {
        List<String> ids = batch.stream().map(LocalQueue.Message::id).toList();
        try {
            byte[] reply = function.invoke(event(queue, batch));
            Set<String> failed = source.reportsItemFailures() ? BatchReply.failed(ids, reply) : Set.of();
            settle(queue, batch, failed, waiting(function, "batchItemFailures", "it reported this message"));
        } catch (FunctionFailure failure) {
            settle(queue, batch, ids, waiting(function, failure.type(), failure.reason()));
        } catch (IllegalArgumentException unreadable) {
            settle(queue, batch, ids, waiting(function, "reply", String.valueOf(unreadable.getMessage())));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void settle(
            LocalQueue queue, List<LocalQueue.Message> batch, Collection<String> failed, Outcome.Waiting failure) {
        for (LocalQueue.Message message : batch) {
            if (failed.contains(message.id())) {
                awaited.failed(message, failure);
                threads.execute(() -> comesAgain(queue, message));
            } else {
                queue.delete(message);
                awaited.taken(message.id());
            }
        }
    }

    private static void comesAgain(LocalQueue queue, LocalQueue.Message message) {
        try {
            queue.failed(message);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome.Waiting waiting(LocalFunction function, String type, String reason) {
        return new Outcome.Waiting(function.id(), type, reason);
    }

    private static byte[] event(LocalQueue queue, List<LocalQueue.Message> batch) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        batch.forEach(message -> records.add(queue.json(message)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
