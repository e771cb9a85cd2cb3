package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.lambda.LocalFunction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a failure destination gets for a batch: where in the stream it lay, not what was in it. */
final class GivenUpBatch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GivenUpBatch() {}

    static ObjectNode message(LocalFunction function, String shardId, List<StreamRecord> batch, int attempts) {
        ObjectNode message = JSON.createObjectNode()
                .put("version", "1.0")
                .put("timestamp", Instant.now().toString());
        message.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", function.arn())
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", attempts);
        message.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        message.putObject("DDBStreamBatchInfo")
                .put("shardId", shardId)
                .put("startSequenceNumber", batch.getFirst().sequenceNumber())
                .put("endSequenceNumber", batch.getLast().sequenceNumber())
                .put("approximateArrivalOfFirstRecord", arrival(batch.getFirst()))
                .put("approximateArrivalOfLastRecord", arrival(batch.getLast()))
                .put("batchSize", batch.size())
                .put("streamArn", batch.getFirst().json().path("eventSourceARN").asText());
        return message;
    }

    private static String arrival(StreamRecord record) {
        long seconds = record.json()
                .path("dynamodb")
                .path("ApproximateCreationDateTime")
                .asLong();
        return Instant.ofEpochSecond(seconds).toString();
    }
}
