package dev.latchkey.local.aws.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.local.aws.wire.AwsCall;
import dev.latchkey.local.aws.wire.AwsError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a call of DynamoDB asks leave for. A transaction is none of its own: each part asks for what it would ask for alone,
 * a condition check for {@code dynamodb:ConditionCheckItem}, and conditions see its own key and attributes, not those of the
 * others. A query of an index is about the index, not the table.
 */
final class DynamoDbNeeds implements Function<AwsCall, List<Need>> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:dynamodb:eu-west-1:000000000000:table/";
    private static final String LEADING = ConditionKey.LEADING_KEYS.name();

    private final String partitionKey;

    /** @param partitionKey the attribute, whose values are the leading keys */
    DynamoDbNeeds(String partitionKey) {
        this.partitionKey = partitionKey;
    }

    @Override
    public List<Need> apply(AwsCall call) {
        JsonNode body = read(call);
        return switch (call.operation()) {
            case "TransactWriteItems", "TransactGetItems" -> parts(body.path("TransactItems"));
            case "BatchGetItem", "BatchWriteItem" -> tables(call.operation(), body.path("RequestItems"));
            case "Query", "Scan" -> List.of(new Need("dynamodb:" + call.operation(), read(body)));
            case "GetItem", "PutItem", "UpdateItem", "DeleteItem" -> List.of(one(call.operation(), body));
            default -> List.of(new Need("dynamodb:" + call.operation(), table(body)));
        };
    }

    private List<Need> parts(JsonNode items) {
        return items.valueStream()
                .flatMap(JsonNode::propertyStream)
                .map(part -> one(part.getKey() + "Item", part.getValue()))
                .toList();
    }

    private Need one(String operation, JsonNode item) {
        Map<String, List<String>> context = new HashMap<>(leading(Stream.of(item)));
        context.put(ConditionKey.ATTRIBUTES.name(), AttributeNames.of(item));
        return new Need("dynamodb:" + operation, table(item), context);
    }

    private List<Need> tables(String operation, JsonNode requests) {
        return requests.propertyStream()
                .map((Entry<String, JsonNode> table) ->
                        new Need("dynamodb:" + operation, arn(table.getKey()), leading(keyed(table.getValue()))))
                .toList();
    }

    /** Reads of a batch stand together, with one list of keys; each of its writes stands apart. */
    private static Stream<JsonNode> keyed(JsonNode requests) {
        return requests.isObject()
                ? requests.path("Keys")
                        .valueStream()
                        .map(key -> JSON.createObjectNode().<JsonNode>set("Key", key))
                : requests.valueStream().flatMap(JsonNode::valueStream);
    }

    private Map<String, List<String>> leading(Stream<JsonNode> items) {
        return Map.of(
                LEADING,
                items.map(item -> item.has("Key") ? item.path("Key") : item.path("Item"))
                        .flatMap(key -> key.path(partitionKey).valueStream())
                        .map(JsonNode::asText)
                        .toList());
    }

    private static String read(JsonNode body) {
        return body.has("IndexName")
                ? table(body) + "/index/" + body.path("IndexName").asText()
                : table(body);
    }

    private static String table(JsonNode body) {
        return body.has("TableName") ? arn(body.path("TableName").asText()) : "*";
    }

    private static String arn(String table) {
        return table.startsWith("arn:") ? table : ARN + table;
    }

    private static JsonNode read(AwsCall call) {
        try {
            return JSON.readTree(call.text());
        } catch (JsonProcessingException notJson) {
            throw new AwsError("SerializationException", "The body is not JSON");
        }
    }
}
