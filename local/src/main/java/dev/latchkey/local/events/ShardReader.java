package dev.latchkey.local.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads one shard in order, from its beginning or from behind the record that was dealt with last. An iterator that
 * has grown too old is replaced.
 */
final class ShardReader {
    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final String shardId;
    private @Nullable String position;
    private @Nullable String iterator;
    private boolean finished;

    ShardReader(DynamoDbStreamsClient streams, String streamArn, String shardId, @Nullable String position) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.shardId = shardId;
        this.position = position;
    }

    /** No more will come: the shard was closed and has been read to its end. */
    boolean isFinished() {
        return finished;
    }

    List<StreamRecord> read() {
        try {
            String at = iterator == null ? iterator() : iterator;
            GetRecordsResponse page = streams.getRecords(get -> get.shardIterator(at));
            iterator = page.nextShardIterator();
            finished = iterator == null;
            List<StreamRecord> records = page.records().stream()
                    .map(each -> StreamRecord.of(each, streamArn))
                    .toList();
            if (!records.isEmpty()) {
                position = records.getLast().sequenceNumber();
            }
            return records;
        } catch (ExpiredIteratorException old) {
            iterator = null;
            return List.of();
        } catch (TrimmedDataAccessException gone) {
            position = null;
            iterator = null;
            return List.of();
        }
    }

    private String iterator() {
        return streams.getShardIterator(get -> {
                    get.streamArn(streamArn).shardId(shardId);
                    if (position == null) {
                        get.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
                    } else {
                        get.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                .sequenceNumber(position);
                    }
                })
                .shardIterator();
    }
}
