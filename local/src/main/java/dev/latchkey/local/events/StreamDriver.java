package dev.latchkey.local.events;

import dev.latchkey.local.LocalClock;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.template.SamTemplate;
import dev.latchkey.local.template.StreamPipe;
import dev.latchkey.local.template.StreamSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Feeds functions, and queues behind pipes, from the table's stream. Every shard is read once, and has a thread for each of
 * them; a shard that came of another is begun when its parent is through. Looks for new shards every five seconds: one lives
 * for hours.
 */
public final class StreamDriver implements AutoCloseable {
    private static final long LOOK_MILLIS = 5_000;
    private static final long JOIN_MILLIS = 1_000;

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final List<StreamConsumer> consumers;
    private final Positions positions;
    private final Pulse pulse = new Pulse();
    private final Map<String, Thread> followers = new HashMap<>();
    private final Map<String, ShardPages> pages = new ConcurrentHashMap<>();
    private final Set<String> through = ConcurrentHashMap.newKeySet();
    private final Thread overseer;

    private StreamDriver(
            DynamoDbStreamsClient streams,
            String streamArn,
            List<StreamConsumer> consumers,
            @Nullable Path dataDirectory) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.consumers = consumers;
        this.positions = new Positions(dataDirectory);
        this.overseer = Thread.ofPlatform().daemon().name("stream").unstarted(this::oversee);
    }

    /**
     * Begins at the oldest record, or where an earlier run on the same directory left off.
     *
     * @param clock measures the pauses before what failed is tried again
     * @param dataDirectory where a kept database lies, null for one in memory
     */
    public static StreamDriver start(
            DynamoDbStreamsClient streams,
            String streamArn,
            SamTemplate template,
            Functions functions,
            QueueDriver queues,
            FailureQueue failures,
            LocalClock clock,
            @Nullable Path dataDirectory) {
        List<StreamConsumer> consumers = new ArrayList<>();
        for (StreamSource source : template.triggers(StreamSource.class)) {
            BatchRunner runner = new BatchRunner(source, functions.get(source.functionId()), failures, clock);
            consumers.add(StreamConsumer.of(source.functionId(), source.batchSize(), source.filters(), runner::run));
        }
        for (StreamPipe pipe : template.pipes()) {
            LocalQueue queue = queues.queue(pipe.queueId());
            consumers.add(StreamConsumer.of(
                    pipe.id(),
                    pipe.batchSize(),
                    pipe.filters(),
                    (shard, batch) -> batch.forEach(record -> queue.send(
                            UUID.randomUUID().toString(), record.json().toString()))));
        }
        StreamDriver driver = new StreamDriver(streams, streamArn, List.copyOf(consumers), dataDirectory);
        if (!driver.consumers.isEmpty()) {
            driver.overseer.start();
        }
        return driver;
    }

    /** Says that the table has changed. */
    public void wake() {
        pulse.beat();
    }

    @Override
    public void close() {
        overseer.interrupt();
        List<Thread> all = new ArrayList<>(List.of(overseer));
        synchronized (followers) {
            all.addAll(followers.values());
        }
        try {
            for (Thread thread : all) {
                thread.interrupt();
                thread.join(JOIN_MILLIS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        streams.close();
    }

    private void oversee() {
        try {
            while (true) {
                look();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            List<Shard> shards = shards();
            Set<String> known = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
            for (StreamConsumer consumer : consumers) {
                for (Shard shard : shards) {
                    String parent = shard.parentShardId();
                    if (parent == null || !known.contains(parent) || through.contains(key(consumer, parent))) {
                        followOnce(consumer, shard.shardId());
                    }
                }
            }
        } catch (SdkException outage) {
            if (!Thread.currentThread().isInterrupted()) {
                System.err.println("latchkey: the table's stream cannot be described: " + outage.getMessage());
            }
        }
    }

    private List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            String from = last;
            var page = streams.describeStream(
                            describe -> describe.streamArn(streamArn).exclusiveStartShardId(from))
                    .streamDescription();
            shards.addAll(page.shards());
            last = page.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    private void followOnce(StreamConsumer consumer, String shardId) {
        String key = key(consumer, shardId);
        synchronized (followers) {
            if (!followers.containsKey(key)) {
                Thread thread =
                        Thread.ofPlatform().daemon().name("stream " + key).start(() -> follow(consumer, shardId));
                followers.put(key, thread);
            }
        }
    }

    private void follow(StreamConsumer consumer, String shardId) {
        try {
            ShardPages of = pages.computeIfAbsent(shardId, this::pages);
            new ShardFollower(shardId, of, consumer, positions, pulse).follow();
            through.add(key(consumer, shardId));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private ShardPages pages(String shardId) {
        List<String> names = consumers.stream().map(StreamConsumer::name).toList();
        ShardReader reader = new ShardReader(streams, streamArn, shardId, positions.least(names, shardId));
        return new ShardPages(reader, pulse, consumers.size());
    }

    private static String key(StreamConsumer consumer, String shardId) {
        return consumer.name() + "/" + shardId;
    }
}
