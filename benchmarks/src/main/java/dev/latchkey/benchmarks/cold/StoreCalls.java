package dev.latchkey.benchmarks.cold;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The cheapest call of each kind that functions make of the store. */
record StoreCalls(DynamoDbClient client, String table) {

    private static final String ABSENT = "attribute_not_exists(pk)";
    private static final String SET = "SET #a = :a";
    private static final Map<String, String> NAMES = Map.of("#a", "a");
    private static final Map<String, AttributeValue> VALUES = Map.of(":a", AttributeValue.fromN("1"));

    /** Makes the call of this name, where it is one of the store's. */
    void make(String call) {
        String[] parts = call.split(":", -1);
        switch (parts[0]) {
            case "GetItem" -> get();
            case "BatchGetItem" -> getTwo();
            case "Query" -> query();
            case "UpdateItem" -> update();
            case "PutItem" ->
                client.putItem(put -> put.tableName(table).item(key()).conditionExpression(ABSENT));
            case "DeleteItem" ->
                client.deleteItem(delete -> delete.tableName(table).key(key()));
            case "TransactWriteItems" -> write(parts);
            default -> {}
        }
    }

    private void get() {
        client.getItem(get -> get.tableName(table).key(key()).consistentRead(true))
                .item();
    }

    private void getTwo() {
        KeysAndAttributes keys = KeysAndAttributes.builder()
                .consistentRead(true)
                .keys(List.of(key(), key()))
                .build();
        client.batchGetItem(get -> get.requestItems(Map.of(table, keys))).responses();
    }

    private void query() {
        client.query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("reference"))))
                .items();
    }

    private void update() {
        client.updateItem(update -> update.tableName(table)
                .key(key())
                .updateExpression(SET)
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(VALUES)
                .returnValues(ReturnValue.ALL_NEW));
    }

    private void write(String[] parts) {
        List<TransactWriteItem> items =
                Arrays.stream(parts).skip(1).map(this::item).toList();
        client.transactWriteItems(write -> write.transactItems(items));
    }

    private TransactWriteItem item(String kind) {
        TransactWriteItem.Builder item = TransactWriteItem.builder();
        switch (kind) {
            case "Put" -> item.put(put -> put.tableName(table).item(key()).conditionExpression(ABSENT));
            case "Update" ->
                item.update(update -> update.tableName(table)
                        .key(key())
                        .updateExpression(SET)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(VALUES));
            case "Delete" ->
                item.delete(delete -> delete.tableName(table).key(key()).conditionExpression(ABSENT));
            case "ConditionCheck" ->
                item.conditionCheck(check -> check.tableName(table).key(key()).conditionExpression(ABSENT));
            default -> throw new IllegalArgumentException(kind);
        }
        return item.build();
    }

    private static Map<String, AttributeValue> key() {
        return Map.of(
                "pk", AttributeValue.fromS("reference#" + UUID.randomUUID()), "sk", AttributeValue.fromS("reference"));
    }
}
