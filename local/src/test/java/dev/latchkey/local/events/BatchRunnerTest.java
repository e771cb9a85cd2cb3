package dev.latchkey.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.lambda.LocalFunction;
import dev.latchkey.local.sample.SampleHandlers;
import dev.latchkey.local.template.StreamSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class BatchRunnerTest {
    /** What a function does with the sequence numbers it gets; the answer is its reply. */
    private interface Behaviour {
        String take(String numbers, int invocation) throws IOException;
    }

    private final FailureQueue failures = new FailureQueue();
    private final List<String> invocations = new ArrayList<>();

    @Test
    void aBatchThatSucceeds_isInvokedOnce() throws Exception {
        run(3, -1, false, (numbers, invocation) -> "");
        assertThat(invocations).containsExactly("1 2 3");
    }

    @Test
    void fromTheLowestFailedRecordOn_allComeAgain() throws Exception {
        run(4, -1, false, (numbers, invocation) -> invocation == 1 ? failed("4", "2") : failed());
        assertThat(invocations).containsExactly("1 2 3 4", "2 3 4");
    }

    @Test
    void anExceptionFailsTheWholeBatch_andItComesAgain() throws Exception {
        run(2, -1, false, (numbers, invocation) -> {
            if (invocation < 3) {
                throw new IOException("on purpose");
            }
            return "";
        });
        assertThat(invocations).containsExactly("1 2", "1 2", "1 2");
        assertThat(failures.messages()).isEmpty();
    }

    @Test
    void aReportThatNamesNoRecordOfTheBatch_failsItWhole() throws Exception {
        run(2, -1, false, (numbers, invocation) -> invocation == 1 ? failed("99") : "{\"batchItemFailures\":[]}");
        assertThat(invocations).containsExactly("1 2", "1 2");
    }

    @Test
    void whatIsGivenUp_goesToTheFailureDestination() throws Exception {
        run(3, 1, false, (numbers, invocation) -> failed("2"));
        assertThat(invocations).containsExactly("1 2 3", "2 3");
        JsonNode message = failures.messages().getFirst();
        assertThat(message.path("destination").asText()).isEqualTo("UnsentMail");
        assertThat(message.at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(message.at("/DDBStreamBatchInfo/startSequenceNumber").asText())
                .isEqualTo("2");
        assertThat(message.at("/DDBStreamBatchInfo/endSequenceNumber").asText()).isEqualTo("3");
        assertThat(message.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(2);
    }

    @Test
    void bisecting_losesOnlyThePoisonedRecord() throws Exception {
        run(4, 0, true, (numbers, invocation) -> {
            if (numbers.contains("3")) {
                throw new IOException("on purpose");
            }
            return "";
        });
        assertThat(invocations).containsExactly("1 2 3 4", "1 2", "3 4", "3", "4");
        assertThat(failures.messages())
                .extracting(message ->
                        message.at("/DDBStreamBatchInfo/startSequenceNumber").asText())
                .containsExactly("3");
    }

    private void run(int records, int retries, boolean bisect, Behaviour behaviour) throws InterruptedException {
        StreamSource source = new StreamSource("Mail", 10, List.of(), retries, bisect, true, "UnsentMail");
        LocalFunction function = new LocalFunction(
                "Mail",
                (input, output, context) -> {
                    String numbers = numbers(SampleHandlers.JSON.readTree(input));
                    invocations.add(numbers);
                    output.write(behaviour.take(numbers, invocations.size()).getBytes(StandardCharsets.UTF_8));
                },
                Duration.ofSeconds(5));
        List<StreamRecord> batch = IntStream.rangeClosed(1, records)
                .mapToObj(BatchRunnerTest::record)
                .toList();
        new BatchRunner(source, function, failures, new LocalClock()).run("shard", batch);
    }

    private static String numbers(JsonNode event) {
        return String.join(
                " ",
                StreamSupport.stream(event.path("Records").spliterator(), false)
                        .map(record -> record.at("/dynamodb/SequenceNumber").asText())
                        .toList());
    }

    private static StreamRecord record(int number) {
        ObjectNode json = SampleHandlers.JSON.createObjectNode();
        json.putObject("dynamodb").put("SequenceNumber", String.valueOf(number));
        return new StreamRecord(String.valueOf(number), json);
    }

    private static String failed(String... sequenceNumbers) {
        ObjectNode reply = SampleHandlers.JSON.createObjectNode();
        var list = reply.putArray("batchItemFailures");
        for (String number : sequenceNumbers) {
            list.addObject().put("itemIdentifier", number);
        }
        return reply.toString();
    }
}
