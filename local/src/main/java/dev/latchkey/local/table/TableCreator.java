package dev.latchkey.local.table;

import dev.latchkey.local.BadSetting;
import dev.latchkey.local.template.TableDefinition;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Makes the table as the template declares it. One that is there already, on disk from an earlier run, is kept as it
 * is. Refused is one of an earlier version that lacks an index, as adding it would not bring its items in, or whose stream
 * carries something else.
 */
public final class TableCreator {
    public static final String TABLE = "latchkey";

    private TableCreator() {}

    /** Returns the ARN of the table's stream, empty when it has none. */
    public static String create(DynamoDbClient dynamoDb, TableDefinition definition) {
        try {
            dynamoDb.createTable(request(definition));
            enableTtl(dynamoDb, definition);
        } catch (ResourceInUseException kept) {
            System.out.println("latchkey: the table of an earlier run is kept");
        }
        TableDescription table =
                dynamoDb.describeTable(describe -> describe.tableName(TABLE)).table();
        requireIndexes(table, definition);
        requireStreamView(table, definition);
        String stream = table.latestStreamArn();
        return stream == null ? "" : stream;
    }

    private static void requireIndexes(TableDescription table, TableDefinition definition) {
        List<String> present = table.globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexName)
                .toList();
        for (TableDefinition.Index index : definition.indexes()) {
            if (!present.contains(index.name())) {
                throw new BadSetting("LATCHKEY_DATA holds a database of an earlier version, without the index "
                        + index.name() + ": delete it, or name another directory");
            }
        }
    }

    /** What a stream carries is settled when it is made. */
    private static void requireStreamView(TableDescription table, TableDefinition definition) {
        String wanted = definition.streamView();
        if (wanted != null
                && !wanted.equals(
                        table.streamSpecification() == null
                                ? ""
                                : table.streamSpecification().streamViewTypeAsString())) {
            throw new BadSetting("LATCHKEY_DATA holds a database of an earlier version, whose stream is not " + wanted
                    + ": delete it, or name another directory");
        }
    }

    private static CreateTableRequest request(TableDefinition definition) {
        CreateTableRequest.Builder table = CreateTableRequest.builder()
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(definition.keys()))
                .attributeDefinitions(definition.attributes().entrySet().stream()
                        .map(each -> AttributeDefinition.builder()
                                .attributeName(each.getKey())
                                .attributeType(each.getValue())
                                .build())
                        .toList());
        if (!definition.indexes().isEmpty()) {
            table.globalSecondaryIndexes(
                    definition.indexes().stream().map(TableCreator::index).toList());
        }
        if (definition.streamView() != null) {
            table.streamSpecification(stream -> stream.streamEnabled(true).streamViewType(definition.streamView()));
        }
        return table.build();
    }

    private static GlobalSecondaryIndex index(TableDefinition.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(index.keys()))
                .projection(projection -> {
                    projection.projectionType(index.projection());
                    if (!index.projected().isEmpty()) {
                        projection.nonKeyAttributes(index.projected());
                    }
                })
                .build();
    }

    private static List<KeySchemaElement> keys(List<TableDefinition.Key> keys) {
        return keys.stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.attribute())
                        .keyType(key.type())
                        .build())
                .toList();
    }

    private static void enableTtl(DynamoDbClient dynamoDb, TableDefinition definition) {
        String attribute = definition.ttlAttribute();
        if (attribute != null) {
            dynamoDb.updateTimeToLive(update -> update.tableName(TABLE)
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
        }
    }
}
