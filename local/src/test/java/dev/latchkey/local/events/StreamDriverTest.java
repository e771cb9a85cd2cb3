package dev.latchkey.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.local.LocalClock;
import dev.latchkey.local.aws.dynamodb.DynamoDbLocal;
import dev.latchkey.local.lambda.Functions;
import dev.latchkey.local.sample.SampleHandlers;
import dev.latchkey.local.table.LocalClients;
import dev.latchkey.local.table.TableCreator;
import dev.latchkey.local.template.SamTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StreamDriverTest {
    private static final DynamoDbLocal DATABASE = database();
    private static final DynamoDbClient DYNAMO = LocalClients.dynamoDb(DATABASE.endpoint(), "local");

    private final SamTemplate template =
            SamTemplate.read(SampleHandlers.TEMPLATE, SampleHandlers.PARAMETERS, SampleHandlers.ATTRIBUTES);
    private final Functions functions =
            Functions.of(template.functions(), (function, type) -> SampleHandlers.make(type));
    private final FailureQueue failures = new FailureQueue();
    private final QueueDriver queues = QueueDriver.start(template, functions, failures, new LocalClock(), null);

    @TempDir
    Path data = Path.of("");

    @AfterEach
    void stopTheQueues() {
        queues.close();
    }

    @AfterAll
    static void stop() {
        DYNAMO.close();
        DATABASE.close();
    }

    @Test
    void whatMatchesTheFilter_reachesTheFunctionOnce_evenAcrossARestart() {
        String stream = TableCreator.create(DYNAMO, template.table());
        assertThat(TableCreator.create(DYNAMO, template.table())).isEqualTo(stream);
        put("1", "mail");
        put("2", "other");
        try (StreamDriver first = driver(stream)) {
            await().until(() -> !SampleHandlers.Mail.RECORDS.isEmpty());
            put("3", "mail");
            await().until(() -> numbers().contains("3"));
            assertThat(first).isNotNull();
        }
        put("4", "mail");
        try (StreamDriver second = driver(stream)) {
            await().until(() -> numbers().contains("4"));
            assertThat(second).isNotNull();
        }
        assertThat(numbers()).containsExactly("1", "3", "4");
        assertThatTheFirstRecordIsAsLambdaHasIt(SampleHandlers.Mail.RECORDS.getFirst(), stream);
    }

    private static void assertThatTheFirstRecordIsAsLambdaHasIt(JsonNode record, String stream) {
        assertThat(record.path("eventName").asText()).isEqualTo("INSERT");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo(stream);
        assertThat(record.path("eventID").asText()).isNotEmpty();
        JsonNode change = record.path("dynamodb");
        assertThat(change.path("Keys").toString()).isEqualTo("{\"sk\":{\"S\":\"1\"},\"pk\":{\"S\":\"p\"}}");
        assertThat(change.at("/NewImage/deep/M/list/L/1/N").asText()).isEqualTo("2.50");
        assertThat(change.at("/NewImage/deep/M/yes/BOOL").asBoolean()).isTrue();
        assertThat(change.at("/NewImage/deep/M/none/M").isObject()).isTrue();
        assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_IMAGE");
        assertThat(change.path("ApproximateCreationDateTime").isIntegralNumber())
                .isTrue();
        assertThat(change.path("SequenceNumber").isTextual()).isTrue();
    }

    private StreamDriver driver(String stream) {
        return StreamDriver.start(
                LocalClients.streams(DATABASE.endpoint(), "local"),
                stream,
                template,
                functions,
                queues,
                failures,
                new LocalClock(),
                data);
    }

    private static List<String> numbers() {
        return SampleHandlers.Mail.RECORDS.stream()
                .map(record -> record.at("/dynamodb/Keys/sk/S").asText())
                .toList();
    }

    private static void put(String number, String kind) {
        AttributeValue list = AttributeValue.fromL(List.of(AttributeValue.fromS("a"), AttributeValue.fromN("2.50")));
        AttributeValue deep = AttributeValue.fromM(
                Map.of("list", list, "yes", AttributeValue.fromBool(true), "none", AttributeValue.fromM(Map.of())));
        DYNAMO.putItem(put -> put.tableName(TableCreator.TABLE)
                .item(Map.of(
                        "pk", AttributeValue.fromS("p"),
                        "sk", AttributeValue.fromS(number),
                        "kind", AttributeValue.fromS(kind),
                        "deep", deep)));
    }

    private static DynamoDbLocal database() {
        try {
            return DynamoDbLocal.start(null);
        } catch (IOException unstarted) {
            throw new IllegalStateException(unstarted);
        }
    }
}
