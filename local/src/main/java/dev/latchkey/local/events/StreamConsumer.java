package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What follows the stream: a function, or a queue behind a pipe.
 *
 * @param name under which is kept how far it got
 * @param filters it wants a record when one of them matches, or when there is none
 */
record StreamConsumer(String name, int batchSize, List<EventPattern> filters, Taker taker) {

    /** Takes one batch of a shard to its end. */
    interface Taker {
        void take(String shardId, List<StreamRecord> batch) throws InterruptedException;
    }

    static StreamConsumer of(String name, int batchSize, List<JsonNode> filters, Taker taker) {
        return new StreamConsumer(
                name, batchSize, filters.stream().map(EventPattern::new).toList(), taker);
    }

    boolean wants(StreamRecord record) {
        return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(record.json()));
    }
}
