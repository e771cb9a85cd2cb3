package dev.latchkey.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.lambda.FunctionFailure;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.template.StreamSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Brings a batch to its end: dealt with, or given up. What failed comes again with everything behind it, as the
 * shard's order demands, after a pause that grows from 100 ms to 2 s, and that is over where the local clock is moved
 * on. A batch that fails whole is halved first, where the template says so; halving costs no attempt.
 */
final class BatchRunner {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StreamSource source;
    private final LocalFunction function;
    private final FailureQueue failures;
    private final LocalClock clock;

    BatchRunner(StreamSource source, LocalFunction function, FailureQueue failures, LocalClock clock) {
        this.source = source;
        this.function = function;
        this.failures = failures;
        this.clock = clock;
    }

    void run(String shardId, List<StreamRecord> records) throws InterruptedException {
        List<StreamRecord> batch = records;
        int attempts = 0;
        while (!batch.isEmpty()) {
            List<StreamRecord> remaining = attempt(batch);
            boolean progress = remaining.size() < batch.size();
            attempts = progress ? 1 : attempts + 1;
            if (!progress && source.bisectOnError() && batch.size() > 1) {
                run(shardId, batch.subList(0, batch.size() / 2));
                run(shardId, batch.subList(batch.size() / 2, batch.size()));
                return;
            }
            if (!remaining.isEmpty() && isExhausted(attempts)) {
                failures.add(source.failureDestination(), GivenUpBatch.message(function, shardId, remaining, attempts));
                return;
            }
            batch = remaining;
            if (!batch.isEmpty()) {
                clock.pass(pause(attempts));
            }
        }
    }

    private List<StreamRecord> attempt(List<StreamRecord> batch) throws InterruptedException {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        batch.forEach(record -> records.add(record.json()));
        try {
            byte[] reply = function.invoke(event.toString().getBytes(StandardCharsets.UTF_8));
            return source.reportsItemFailures() ? BatchReply.remaining(batch, reply) : List.of();
        } catch (FunctionFailure | IllegalArgumentException failed) {
            return batch;
        }
    }

    private boolean isExhausted(int attempts) {
        return source.maximumRetryAttempts() >= 0 && attempts > source.maximumRetryAttempts();
    }

    private static Duration pause(int attempts) {
        return Duration.ofMillis(Math.min(FIRST_PAUSE_MILLIS << Math.min(attempts - 1, 10), LONGEST_PAUSE_MILLIS));
    }
}
