package dev.latchkey.local.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.local.BadSetting;
import dev.latchkey.local.aws.LocalAws;
import dev.latchkey.local.aws.TestClock;
import dev.latchkey.local.sample.SampleHandlers;
import dev.latchkey.local.template.SamTemplate;
import dev.latchkey.local.template.TableDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

class TableCreatorTest {

    private final TableDefinition declared = SamTemplate.read(
                    SampleHandlers.TEMPLATE, SampleHandlers.PARAMETERS, SampleHandlers.ATTRIBUTES)
            .table();
    private final LocalAws aws;
    private final DynamoDbClient dynamo;

    TableCreatorTest() throws IOException {
        aws = LocalAws.start(TestClock.options(null));
        dynamo = LocalClients.dynamoDb(aws.direct(), "local");
    }

    @AfterEach
    void close() {
        dynamo.close();
        aws.close();
    }

    @Test
    void anIndex_isMadeAsDeclared() {
        TableCreator.create(dynamo, declared);
        assertThat(dynamo.describeTable(table -> table.tableName(TableCreator.TABLE))
                        .table()
                        .globalSecondaryIndexes())
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.indexName()).isEqualTo("byTime");
                    assertThat(index.keySchema())
                            .extracting(key -> key.attributeName() + " " + key.keyType())
                            .containsExactly("pk HASH", "at RANGE");
                    assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
                    assertThat(index.projection().nonKeyAttributes()).containsExactly("kind");
                });
    }

    @Test
    void aTableOfAnEarlierRun_isKept_butNotOneThatLacksAnIndex_orWithAnotherStream() {
        Map<String, String> keys = Map.of("pk", "S", "sk", "S");
        TableDefinition earlier =
                new TableDefinition(keys, declared.keys(), List.of(), declared.streamView(), declared.ttlAttribute());
        String stream = TableCreator.create(dynamo, earlier);
        assertThat(TableCreator.create(dynamo, earlier)).isEqualTo(stream);
        TableDefinition ofKeys =
                new TableDefinition(keys, declared.keys(), List.of(), "KEYS_ONLY", declared.ttlAttribute());
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> TableCreator.create(dynamo, ofKeys))
                .withMessageContaining("whose stream is not KEYS_ONLY");
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> TableCreator.create(dynamo, declared))
                .withMessage("LATCHKEY_DATA holds a database of an earlier version, without the index byTime:"
                        + " delete it, or name another directory");
    }
}
