package dev.latchkey.local.events;

import dev.latchkey.local.events.ShardPages.Page;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Gatherers;

/** Follows one shard for one consumer until it is closed or its thread is interrupted. */
final class ShardFollower {
    private static final long OUTAGE_PAUSE_MILLIS = 500;

    private final String shardId;
    private final ShardPages pages;
    private final StreamConsumer consumer;
    private final Positions positions;
    private final Pulse pulse;

    ShardFollower(String shardId, ShardPages pages, StreamConsumer consumer, Positions positions, Pulse pulse) {
        this.shardId = shardId;
        this.pages = pages;
        this.consumer = consumer;
        this.positions = positions;
        this.pulse = pulse;
    }

    /** Returns once the shard has been read to its end. A page that could not be read, or taken, is tried again. */
    void follow() throws InterruptedException {
        Page page = pages.join();
        while (!pages.isEnd(page)) {
            long beats = pulse.beats();
            try {
                Page next = pages.after(page);
                if (next == null) {
                    pulse.pauseSince(beats);
                } else {
                    take(next.records());
                    page = next;
                }
            } catch (RuntimeException broken) {
                if (!Thread.currentThread().isInterrupted()) {
                    System.err.println("latchkey: following the table's stream broke and is tried again: " + broken);
                }
                TimeUnit.MILLISECONDS.sleep(OUTAGE_PAUSE_MILLIS);
            }
        }
    }

    /** Those behind the last one that was taken. */
    private void take(List<StreamRecord> records) throws InterruptedException {
        String passed = positions.of(consumer.name(), shardId);
        List<StreamRecord> news =
                records.stream().filter(record -> record.isAfter(passed)).toList();
        for (List<StreamRecord> batch : batches(news)) {
            consumer.taker().take(shardId, batch);
            positions.passed(consumer.name(), shardId, batch.getLast().sequenceNumber());
        }
        if (!news.isEmpty()) {
            positions.passed(consumer.name(), shardId, news.getLast().sequenceNumber());
        }
    }

    private List<List<StreamRecord>> batches(List<StreamRecord> records) {
        return records.stream()
                .filter(consumer::wants)
                .gather(Gatherers.windowFixed(consumer.batchSize()))
                .toList();
    }
}
