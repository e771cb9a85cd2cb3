package dev.latchkey.local.events;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Gatherers;
import software.amazon.awssdk.core.exception.SdkException;

/** Follows one shard for one consumer until it is closed or its thread is interrupted. */
final class ShardFollower {
    private static final long OUTAGE_PAUSE_MILLIS = 500;

    private final String shardId;
    private final ShardReader reader;
    private final StreamConsumer consumer;
    private final Positions positions;
    private final Pulse pulse;

    ShardFollower(String shardId, ShardReader reader, StreamConsumer consumer, Positions positions, Pulse pulse) {
        this.shardId = shardId;
        this.reader = reader;
        this.consumer = consumer;
        this.positions = positions;
        this.pulse = pulse;
    }

    /** Returns once the shard has been read to its end. */
    void follow() throws InterruptedException {
        while (!reader.isFinished()) {
            long beats = pulse.beats();
            List<StreamRecord> records = read();
            for (List<StreamRecord> batch : batches(records)) {
                consumer.taker().take(shardId, batch);
                positions.passed(consumer.name(), shardId, batch.getLast().sequenceNumber());
            }
            if (records.isEmpty()) {
                pulse.pauseSince(beats);
            } else {
                positions.passed(consumer.name(), shardId, records.getLast().sequenceNumber());
            }
        }
    }

    private List<StreamRecord> read() throws InterruptedException {
        try {
            return reader.read();
        } catch (SdkException outage) {
            if (!Thread.currentThread().isInterrupted()) {
                System.err.println("latchkey: the table's stream cannot be read: " + outage.getMessage());
            }
            TimeUnit.MILLISECONDS.sleep(OUTAGE_PAUSE_MILLIS);
            return List.of();
        }
    }

    private List<List<StreamRecord>> batches(List<StreamRecord> records) {
        return records.stream()
                .filter(consumer::wants)
                .gather(Gatherers.windowFixed(consumer.batchSize()))
                .toList();
    }
}
