package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.Queue;
import dev.latchkey.local.template.QueueSource;
import dev.latchkey.local.template.SamTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
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
 * The template's queues, and the functions that take from them: each batch has a thread, as many at once as the template
 * lets. What lands in a queue from which nobody takes is shown as given up.
 */
public final class QueueDriver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, LocalQueue> queues = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private QueueDriver(SamTemplate template, FailureQueue failures, LocalClock clock, @Nullable Path dataDirectory) {
        QueueFile file = new QueueFile(dataDirectory);
        List<QueueSource> sources = template.triggers(QueueSource.class);
        for (Queue queue : template.queues()) {
            boolean isTaken =
                    sources.stream().anyMatch(source -> source.queueId().equals(queue.id()));
            if (isTaken) {
                queues.put(queue.id(), new LocalQueue(queue, clock, file, message -> moved(queue, message, failures)));
            }
        }
    }

    /**
     * Starts taking.
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
        template.triggers(QueueSource.class)
                .forEach(source -> driver.threads.execute(() -> driver.follow(source, functions)));
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

    /** The queue of this logical id, from which some function takes. */
    LocalQueue queue(String id) {
        return Objects.requireNonNull(queues.get(id), id);
    }

    private void moved(Queue from, LocalQueue.Message message, FailureQueue failures) {
        String to = Objects.requireNonNull(from.deadLetterQueue());
        LocalQueue next = queues.get(to);
        if (next != null) {
            next.send(message.body());
        } else {
            failures.add(
                    to, JSON.createObjectNode().put("messageId", message.id()).put("body", message.body()));
        }
    }

    /** Runs until its thread is interrupted. */
    private void follow(QueueSource source, Functions functions) {
        LocalQueue queue = queue(source.queueId());
        LocalFunction function = functions.get(source.functionId());
        Semaphore places = new Semaphore(source.maximumConcurrency());
        try {
            while (true) {
                places.acquire();
                List<LocalQueue.Message> batch = queue.receive(source.batchSize());
                threads.execute(() -> handle(source, function, queue, batch, places));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void handle(
            QueueSource source,
            LocalFunction function,
            LocalQueue queue,
            List<LocalQueue.Message> batch,
            Semaphore places) {
        try {
            Set<String> failed;
            try {
                failed = invoke(source, function, queue, batch);
            } finally {
                places.release();
            }
            queue.settle(batch, failed);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** The ids of the messages that have to come again. */
    private static Set<String> invoke(
            QueueSource source, LocalFunction function, LocalQueue queue, List<LocalQueue.Message> batch)
            throws InterruptedException {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        batch.forEach(message -> records.add(queue.json(message)));
        Set<String> all = new HashSet<>();
        batch.forEach(message -> all.add(message.id()));
        try {
            byte[] reply = function.invoke(event.toString().getBytes(StandardCharsets.UTF_8));
            return source.reportsItemFailures() ? failed(reply, all) : Set.of();
        } catch (FunctionFailure | IOException failure) {
            return all;
        }
    }

    /** A report that names no message of the batch fails the batch, as it does in Lambda. */
    private static Set<String> failed(byte[] reply, Set<String> all) throws IOException {
        Set<String> failed = new HashSet<>();
        for (JsonNode failure : JSON.readTree(reply).path("batchItemFailures")) {
            failed.add(failure.path("itemIdentifier").asText());
        }
        return all.containsAll(failed) ? failed : all;
    }
}
