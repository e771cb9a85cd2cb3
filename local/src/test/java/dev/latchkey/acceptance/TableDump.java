package dev.latchkey.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything that stands in the table, as a thief would copy it. */
final class TableDump {

    private TableDump() {}

    /** One sorted line an item. */
    static String of(World world) {
        return world.table().scanPaginator(scan -> scan.tableName("latchkey").consistentRead(true)).items().stream()
                .map(TableDump::line)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The items of one firm alone. */
    static String of(World world, String firm) {
        return filtered(world, "begins_with(pk, :part)", firm + "#");
    }

    /** Whether any mail of this firm is still on its way, and not put aside for a person. Asked often, so asks for no more. */
    static boolean hasMail(World world, String firm) {
        return mail(world, firm).stream().anyMatch(mail -> !mail.containsKey("parkedAt"));
    }

    /** Nobody waits for the mail of this firm any more. */
    static void forgetMail(World world, String firm) {
        for (Map<String, AttributeValue> mail : mail(world, firm)) {
            Map<String, AttributeValue> key = Map.of("pk", mail.get("pk"), "sk", mail.get("sk"));
            world.table().deleteItem(delete -> delete.tableName("latchkey").key(key));
        }
    }

    private static List<Map<String, AttributeValue>> mail(World world, String firm) {
        Map<String, AttributeValue> values = Map.of(":outbox", AttributeValue.fromS(firm + "#outbox"));
        return world.table()
                .query(query -> query.tableName("latchkey")
                        .consistentRead(true)
                        .keyConditionExpression("pk = :outbox")
                        .expressionAttributeValues(values))
                .items();
    }

    private static String filtered(World world, String filter, String part) {
        return items(world, filter, part).stream().map(TableDump::line).sorted().collect(Collectors.joining("\n"));
    }

    /** The filter runs where the table is: late in a test run there are thousands of items. */
    static List<Map<String, AttributeValue>> items(World world, String filter, String part) {
        Map<String, AttributeValue> values = Map.of(":part", AttributeValue.fromS(part));
        return world
                .table()
                .scanPaginator(scan -> scan.tableName("latchkey")
                        .consistentRead(true)
                        .filterExpression(filter)
                        .expressionAttributeValues(values))
                .items()
                .stream()
                .toList();
    }

    /** The items of one partition, in the order of their sort keys. */
    static List<Map<String, AttributeValue>> partition(World world, String pk) {
        Map<String, AttributeValue> values = Map.of(":pk", AttributeValue.fromS(pk));
        return world
                .table()
                .queryPaginator(query -> query.tableName("latchkey")
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(values))
                .items()
                .stream()
                .toList();
    }

    static DynamoDbClient client(URI endpoint, String accessKey) {
        return DynamoDbClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "b")))
                .endpointOverride(endpoint)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static String line(Map<String, AttributeValue> item) {
        return new TreeMap<>(item).toString();
    }
}
